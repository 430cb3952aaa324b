/**
 * What functions compute where SQL cannot: plain static Java on texts, ticks and numbers, without trees, types or a database.
 * The rows in {@code kql.function} name these methods; {@code Json} and {@code Ticks} are what most of them stand on.
 */
package io.adxflow.kql.value;
