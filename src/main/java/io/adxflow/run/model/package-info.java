/** The words of a run that others may use: plan, result, phases, problems. */
package io.adxflow.run.model;
