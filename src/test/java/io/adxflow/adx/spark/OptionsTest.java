package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.base.diagnostic.UserException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> AdxReadOptions.from(map("kustoCluser", "x", "queryFilterPushDown", "maybe")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the option 'kustoCluser' is not supported")
                .hasMessageContaining("did you mean 'kustoCluster'?")
                .hasMessageContaining("the option 'kustoQuery' is missing")
                .hasMessageContaining("the option 'kustoDatabase' is missing")
                .hasMessageContaining("'queryFilterPushDown' is 'maybe', expected true or false");
    }

    @Test
    void theNamesOfTheConnectorAreUnderstood() {
        AdxReadOptions options = AdxReadOptions.from(map(
                "kustoCluster", "https://c.kusto.windows.net",
                "kustoDatabase", "db",
                "kustoQuery", "T",
                "kustoAadAppId", "app",
                "kustoAadAppSecret", "geheim",
                "kustoAadAuthorityID", "contoso.com",
                "clientRequestPropertiesJson", "{\"Options\":{\"notruncation\":true}}"));
        assertThat(options.cluster().ingestionUrl()).hasToString("https://ingest-c.kusto.windows.net");
        assertThat(options.cluster().auth()).isInstanceOf(AdxAuth.Entra.class);
        assertThat(options.request().noTruncation()).isTrue();
        assertThat(options.toString()).doesNotContain("geheim");
        assertThat(ClusterTicket.of(options.cluster()).toString()).doesNotContain("geheim");
        assertThat(ClusterTicket.of(options.cluster()).cluster()).isEqualTo(options.cluster());
    }

    @Test
    void aCommandIsNotAQuery() {
        assertThatThrownBy(() -> AdxReadOptions.from(
                        map("kustoCluster", "http://localhost:1", "kustoDatabase", "db", "kustoQuery", ".show tables")))
                .hasMessageContaining("expected a query, not a control command");
    }

    @Test
    void requestPropertiesSurviveTheJourney() {
        AdxOptions options = AdxOptions.none()
                .withoutTruncation()
                .withServerTimeout(Duration.ofMinutes(20))
                .withParameter("a", "datetime(2024-01-01)");
        assertThat(RequestPropertiesJson.read(RequestPropertiesJson.write(options)))
                .isEqualTo(options);
    }

    private static CaseInsensitiveStringMap map(String... pairs) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return new CaseInsensitiveStringMap(options);
    }
}
