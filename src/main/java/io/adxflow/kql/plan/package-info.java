/**
 * The tree between binder and SQL: names are resolved, types agree, every operator is a {@code Relation} and every expression
 * a {@code Scalar}. Plain data that refuses ill-typed trees; no places in the text, no SQL. Start at {@code Relation}.
 */
package io.adxflow.kql.plan;
