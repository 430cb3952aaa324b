package io.adxflow.kql.language;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A materialized view that a query may name.
 *
 * @param materialized the view over the rows that it has seen
 * @param whole the view over all rows
 * @param lastRun when it last saw rows, in ticks
 * @param home the database for these functions, which may read the rows that the view keeps
 * @param policy what is read in place of the whole view
 * @param partPolicy what is read in place of its materialized part
 */
public record CatalogView(
        StoredFunction materialized,
        StoredFunction whole,
        long lastRun,
        Catalog home,
        Optional<RowPolicy> policy,
        Optional<RowPolicy> partPolicy) {
    public CatalogView at(Catalog next, UnaryOperator<RowPolicy> change) {
        return new CatalogView(materialized, whole, lastRun, next, policy.map(change), partPolicy.map(change));
    }
}
