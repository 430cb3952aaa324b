package io.adxflow.run.model;

import io.adxflow.adx.client.Quoted;
import io.adxflow.job.model.Source;
import java.util.Optional;

/** The KQL that is sent for a source. */
public final class SourceKql {
    private SourceKql() {}

    /** The whole text of the query; empty for a source that is not in ADX. */
    public static Optional<String> of(Source source) {
        if (source instanceof Source.Kql kql) {
            return Optional.of(kql.query().text().strip());
        }
        if (source instanceof Source.Table table) {
            return Optional.of(Quoted.name(table.table().value()));
        }
        return Optional.empty();
    }
}
