/** What a job has to fulfil beyond its shape: one class for each rule, and the list of them. */
package io.adxflow.job.rule;
