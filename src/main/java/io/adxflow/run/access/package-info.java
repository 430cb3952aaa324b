/** The roles that a job needs in ADX, who needs them, and how an administrator gives them. */
package io.adxflow.run.access;
