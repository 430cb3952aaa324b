/** The tabular operators, each in a class of its own, which starts from a {@code Frame}: the rows that come in. */
package io.adxflow.kql.bind.operator;
