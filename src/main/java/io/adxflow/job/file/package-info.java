/** Where job and environment files are found on a workstation. */
package io.adxflow.job.file;
