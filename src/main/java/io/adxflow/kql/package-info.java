/** The query language: from text to SQL. Start at {@code Kql}. */
package io.adxflow.kql;
