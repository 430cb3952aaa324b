/** YAML to jobs and environments: a tree with places first, then parameters, then types. */
package io.adxflow.job.yaml;
