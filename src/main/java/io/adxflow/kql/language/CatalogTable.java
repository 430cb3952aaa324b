package io.adxflow.kql.language;

/**
 * A table that a query may name.
 *
 * @param relation trusted SQL text of the relation that holds the rows, for example {@code "data"."t_17"}. Its columns are
 *     {@code c0, c1, …} in the order of the schema, and those of {@link HiddenColumn}
 * @param isNumbered whether the relation has {@link HiddenColumn#ROW}
 * @param isTimed whether rows get a cursor value when they come in, {@link HiddenColumn#CURSOR}
 */
public record CatalogTable(String name, Schema schema, String relation, boolean isNumbered, boolean isTimed) {
    public CatalogTable(String name, Schema schema, String relation) {
        this(name, schema, relation, false, true);
    }
}
