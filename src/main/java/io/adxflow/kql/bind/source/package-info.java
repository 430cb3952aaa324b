/** Where rows come from other than a table: files, external tables, materialized views. */
package io.adxflow.kql.bind.source;
