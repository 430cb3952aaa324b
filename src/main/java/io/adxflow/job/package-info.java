/** What to do: jobs and environments, read from YAML and checked. Start with the door, {@code Jobs}. */
package io.adxflow.job;
