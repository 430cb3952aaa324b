/** The words of KQL that the rest of the product may use: types, schemas, what a query can see, and what came of it. */
package io.adxflow.kql.language;
