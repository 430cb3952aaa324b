package io.adxflow.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.kql.language.QueryContext;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement is as long as its query, and DuckDB plans it, however deep calls are nested in each other. */
class DeepQueriesTest {
    private static final QueryContext CONTEXT = QueryContext.at(638_396_640_000_000_000L, "Samples");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print t = 'a,b' | extend y = # | split(#, ',')[0] | t",
                "print t = dynamic({}) | extend y = # | bag_merge(#, #.a) | t",
                "print t = 7 | where # > 3 | (# % 1000 + 1) | t",
                "print t = 7 | summarize sum(#) | (# + 1) * 2 | t",
                "print t = 7 | extend y = # | iff(# > 5, 1, 2) | t",
                "print t = 7 | extend y = # | tolong(tostring(#)) | t",
                "print t = true | extend y = # | tobool(tostring(#)) | t",
                "print t = 7.5 | summarize by y = # | bin(#, 0.1) | t",
                "print t = now() | extend y = # | bin(#, 1d) + 1h | t",
                "print t = 7 | join (print t = 8) on $left.t == $right.t | where # == t1 | (# - t1) % 5 | t",
                "range t from 1 to 3 step 1 | serialize y = prev(#) | (# % 1000 + 1) | t",
                "range t from 1 to (toscalar(print #) % 5 + 1) step 1 | (# % 1000 + 1) | 5"
            })
    void nestedCallsStayShort(String form) {
        String[] parts = form.split(" \\| (?=[^|]+ \\| [^|]+$)| \\| (?=[^|]+$)");
        String shallow = sql(parts[0], parts[1], parts[2], 10);
        String deep = sql(parts[0], parts[1], parts[2], 40);
        assertThat(deep.length()).isLessThan(6 * shallow.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> explain(deep));
    }

    private static String sql(String query, String call, String innermost, int depth) {
        String nested = innermost;
        for (int i = 0; i < depth; i++) {
            nested = call.replaceFirst("#", nested).replace("#", innermost);
        }
        return Kql.compile(new SourceText("query", query.replace("#", nested)), new SampleCatalog(sql -> null), CONTEXT)
                .results()
                .get(0)
                .sql();
    }

    private static void explain(String sql) throws SQLException {
        try (SampleDatabase database = new SampleDatabase()) {
            database.explain(sql);
        }
    }
}
