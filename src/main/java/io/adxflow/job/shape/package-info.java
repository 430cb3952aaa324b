/** The keys of jobs and environments as data: readers check against them, the schemas and the reference are made of them. */
package io.adxflow.job.shape;
