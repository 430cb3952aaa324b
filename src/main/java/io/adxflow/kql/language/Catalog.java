package io.adxflow.kql.language;

import java.util.List;
import java.util.Optional;

/** What the queries of one database can see. One catalog shows one moment: a query never sees a change half. */
public interface Catalog {
    Optional<CatalogTable> table(String name);

    /** Every table's name, for wildcards and for hints. */
    List<String> tableNames();

    Optional<StoredFunction> function(String name);

    List<String> functionNames();

    /** The functions that wildcards mean too. */
    List<String> viewNames();

    /** A materialized view; it can also be called by its name, as a function. */
    Optional<CatalogView> view(String name);

    /** What {@code .set stored_query_result} kept for a principal. */
    Optional<CatalogResult> result(String name, String principal);

    /**
     * A table whose rows lie in files outside of the database.
     *
     * @param mapping the name of one of the table that says what each column gets; an empty text for none
     * @throws ExternalDataException when the table has no such mapping
     */
    Optional<ExternalTable> externalTable(String name, String mapping);

    /** Another database of the same cluster, for {@code database('…').T}. */
    Optional<Catalog> database(String name);

    /**
     * A table of data that lies outside of the database.
     *
     * @throws ExternalDataException when it cannot be had, or is not of its format
     */
    CatalogTable external(ExternalData data);

    /** The cursor of the database, {@code cursor_current()}. */
    String cursor();

    /**
     * The rows of a query that must be answered before another one can be compiled, because the columns of that one depend
     * on the data ({@code evaluate pivot}, {@code evaluate bag_unpack}).
     *
     * @param sql a statement with text columns only
     */
    List<List<String>> preliminary(String sql);
}
