package io.adxflow.kql.language;

import java.util.List;

/** A table whose rows lie in files outside of the database. */
public interface ExternalTable {
    Schema schema();

    /**
     * What its files are known to have without a look into them.
     *
     * @throws ExternalDataException when nobody can tell which files there are
     */
    List<ExternalPart> parts();

    /**
     * The rows of some of its parts.
     *
     * @throws ExternalDataException when they cannot be read
     */
    CatalogTable rows(List<ExternalPart> parts);
}
