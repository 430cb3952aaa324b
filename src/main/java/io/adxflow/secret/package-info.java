/** Secrets: a type that never shows one, the reference that names one, and the stores that keep them. */
package io.adxflow.secret;
