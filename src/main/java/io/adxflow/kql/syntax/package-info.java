/**
 * Text to tree: {@code Parser.parse} gives a {@code Query} as it was written, or all of its syntax errors. Nothing here
 * knows what a name refers to or what type an expression has.
 */
package io.adxflow.kql.syntax;
