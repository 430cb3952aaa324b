package io.adxflow.job.model;

import io.adxflow.base.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Where a job runs: a cluster, how to sign in, and the values of parameters there. It names secrets and holds none.
 *
 * @param text the file, for diagnostics
 * @param name the file's name without folder and extension
 * @param databricks where jobs are deployed, if anywhere
 */
public record Environment(
        SourceText text,
        String name,
        AdxConnection adx,
        Optional<DatabricksTarget> databricks,
        List<Parameter> parameters) {
    public Environment {
        parameters = List.copyOf(parameters);
    }
}
