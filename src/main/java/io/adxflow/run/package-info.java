/** Doing a job: read, compute, check, stage, commit, report. The door is {@code JobRunner}. */
package io.adxflow.run;
