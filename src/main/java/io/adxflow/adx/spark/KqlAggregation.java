package io.adxflow.adx.spark;

import java.util.List;

/**
 * A {@code summarize} that gives what Spark's aggregation gives.
 *
 * @param columns the keys and then the aggregates, as Spark expects them
 */
record KqlAggregation(String operator, List<ReadColumn> columns) {}
