package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;
import java.net.URI;
import java.util.Optional;

/**
 * Where an environment's jobs are deployed.
 *
 * @param host the address of the workspace
 * @param volume the folder for the jar, jobs and environments: {@code /Volumes/catalog/schema/volume/…}
 * @param nodeType the machines of the job cluster
 * @param policy the id of the cluster policy that the job cluster obeys
 * @param runAs the application id of the service principal, or the user, as whom the dedicated cluster runs
 */
public record DatabricksTarget(
        URI host,
        String volume,
        String nodeType,
        Workers workers,
        Optional<String> policy,
        Optional<String> runAs,
        Span span) {
    /** How many machines a cluster has besides the driver: a number, or as many as it needs between two. */
    public record Workers(int least, int most) {
        public Workers {
            if (least > most) {
                throw new IllegalArgumentException(least + " workers are more than " + most);
            }
        }

        public boolean varies() {
            return least < most;
        }

        @Override
        public String toString() {
            return varies() ? least + "-" + most : Integer.toString(least);
        }
    }
}
