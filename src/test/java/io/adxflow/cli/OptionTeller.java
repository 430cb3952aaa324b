package io.adxflow.cli;

import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.RelationProvider;
import scala.collection.immutable.Map;

/** A data source that repeats the option 'entry' when it fails, and always fails. */
public final class OptionTeller implements RelationProvider {
    @Override
    public BaseRelation createRelation(SQLContext context, Map<String, String> options) {
        throw new IllegalArgumentException("no access with '" + options.apply("entry") + "'");
    }
}
