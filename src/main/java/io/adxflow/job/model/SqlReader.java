package io.adxflow.job.model;

import io.adxflow.base.diagnostic.SourceText;

/** Reads Spark SQL as far as that is possible without Spark. */
public interface SqlReader {
    /** A query: the body of a step. */
    SqlTables query(EmbeddedText sql, SourceText file);

    /** A condition: the body of a check. */
    SqlTables condition(EmbeddedText sql, SourceText file);
}
