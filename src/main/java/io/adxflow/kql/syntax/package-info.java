/**
 * Text to tree: {@code Parser.parse} gives a {@code Query} as it was written, or all of its syntax errors. The tree has a
 * room of its own, which the binder reads.
 */
package io.adxflow.kql.syntax;
