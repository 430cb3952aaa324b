/** A job and an environment as data. Every value that can be wrong knows its place in the file. */
package io.adxflow.job.model;
