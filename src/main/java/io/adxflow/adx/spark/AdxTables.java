package io.adxflow.adx.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What moves rows between Spark and ADX. One implementation per engine; an environment names the engine. */
public interface AdxTables {
    /**
     * The result of a query. Nothing is read before Spark asks for rows, except the schema.
     *
     * @throws io.adxflow.base.diagnostic.UserException if ADX refuses the query or the sign-in
     * @throws io.adxflow.base.diagnostic.RemoteException if ADX does not answer
     */
    Dataset<Row> read(AdxQuery query);

    /**
     * Appends rows to a table that belongs to the caller alone, and waits until ADX holds them. Columns are matched by
     * name; the caller compares the returned count with the table before it trusts it.
     *
     * @throws io.adxflow.base.diagnostic.UserException if the rows do not fit the table, or ADX refuses the sign-in
     * @throws io.adxflow.base.diagnostic.RemoteException if ADX does not answer or an ingestion failed
     */
    StagedRows append(Dataset<Row> rows, AdxTarget target);

    /** One line for the plan: the engine, and how rows travel. */
    String description();
}
