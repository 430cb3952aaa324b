package io.adxflow.kql.language;

import java.util.Optional;

/**
 * A table that a query may name.
 *
 * @param relation trusted SQL text of the relation that holds the rows, for example {@code "data"."t_17"}. Its columns are
 *     {@code c0, c1, …} in the order of the schema, and those of {@link HiddenColumn}
 * @param isNumbered whether the relation has {@link HiddenColumn#ROW}
 * @param isTimed whether rows get a cursor value when they come in, {@link HiddenColumn#CURSOR}
 * @param policy what is read in place of the relation; one that holds always comes with a relation that nothing can read
 */
public record CatalogTable(
        String name, Schema schema, String relation, boolean isNumbered, boolean isTimed, Optional<RowPolicy> policy) {
    public CatalogTable(String name, Schema schema, String relation) {
        this(name, schema, relation, false, true);
    }

    public CatalogTable(String name, Schema schema, String relation, boolean isNumbered, boolean isTimed) {
        this(name, schema, relation, isNumbered, isTimed, Optional.empty());
    }

    /** The same with a relation that fails whoever reads it without the policy. */
    public CatalogTable unreadable(String relationOfNothing) {
        return new CatalogTable(name, schema, relationOfNothing, isNumbered, isTimed, policy);
    }

    public CatalogTable withPolicy(Optional<RowPolicy> next) {
        return new CatalogTable(name, schema, relation, isNumbered, isTimed, next);
    }
}
