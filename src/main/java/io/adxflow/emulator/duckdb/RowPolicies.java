package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.RowPolicy;
import io.adxflow.kql.language.StoredFunction;
import java.util.Map;
import java.util.Optional;

/** Reads row-level security policies. */
final class RowPolicies {
    /** The relation of a table that is read through its policy: whoever reads it without the policy is stopped. */
    static final String UNREADABLE = "\"row_level_security\".\"is_on\"";

    private static final String NAME = "row_level_security";

    private RowPolicies() {}

    /** @param inside the database as the query of the policy is to see it */
    static Optional<RowPolicy> of(Map<String, String> policies, String name, Catalog inside) {
        return Optional.ofNullable(policies.get(NAME)).map(text -> {
            Map<?, ?> policy = (Map<?, ?>) Json.read(text);
            StoredFunction query = new StoredFunction(name, "()", "{" + policy.get("Query") + "\n}");
            return new RowPolicy(query, inside, !Boolean.FALSE.equals(policy.get("IsEnabled")));
        });
    }
}
