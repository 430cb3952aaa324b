/**
 * A query as it was written: plain records with the spans of their text, and visitors without default methods. What names
 * refer to and which types expressions have is not known here.
 */
package io.adxflow.kql.syntax.tree;
