package io.adxflow.job.model;

import io.adxflow.base.diagnostic.SourceText;
import java.util.List;

/**
 * Where a job runs: a cluster, how to sign in, and the values of parameters there. It names secrets and holds none.
 *
 * @param text the file, for diagnostics
 * @param name the file's name without folder and extension
 */
public record Environment(SourceText text, String name, AdxConnection adx, List<Parameter> parameters) {
    public Environment {
        parameters = List.copyOf(parameters);
    }
}
