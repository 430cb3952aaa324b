/**
 * What a binder knows: the session of one query, the names that can be seen and what they stand for, the mistakes so far.
 * {@code Tables} is how a room asks for rows without knowing who binds them.
 */
package io.adxflow.kql.bind.scope;
