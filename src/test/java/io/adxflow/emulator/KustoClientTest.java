package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.kusto.data.Client;
import com.microsoft.azure.kusto.data.ClientFactory;
import com.microsoft.azure.kusto.data.ClientRequestProperties;
import com.microsoft.azure.kusto.data.KustoOperationResult;
import com.microsoft.azure.kusto.data.KustoResultSetTable;
import com.microsoft.azure.kusto.data.StreamingClient;
import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import com.microsoft.azure.kusto.data.exceptions.DataClientException;
import com.microsoft.azure.kusto.data.exceptions.DataServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's own Java client against the emulator. */
class KustoClientTest {
    private static final String DATABASE = "NetDefaultDB";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static Client client;
    private static StreamingClient streaming;

    @BeforeAll
    static void start() throws URISyntaxException {
        emulator = Emulator.start(directory);
        ConnectionStringBuilder connection = ConnectionStringBuilder.createWithAadAccessTokenAuthentication(
                emulator.uri().toString(), "token");
        client = ClientFactory.createClient(connection);
        streaming = ClientFactory.createStreamingClient(connection);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aQueryAnswersTypedRows() throws DataServiceException, DataClientException {
        KustoResultSetTable rows = client.executeQuery(
                        DATABASE,
                        "print l = 5, s = 'it\\'s', b = true, r = 1.5, t = datetime(2020-01-02T03:04:05Z), ts = 1h, d"
                                + " = dynamic({'a':1})",
                        new ClientRequestProperties())
                .getPrimaryResults();
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong("l")).isEqualTo(5);
        assertThat(rows.getString("s")).isEqualTo("it's");
        assertThat(rows.getBoolean("b")).isTrue();
        assertThat(rows.getDouble("r")).isEqualTo(1.5);
        assertThat(rows.getKustoDateTime("t")).isEqualTo("2020-01-02T03:04:05");
        assertThat(rows.getString("ts")).isEqualTo("01:00:00");
        assertThat(rows.getJSONObject("d").get("a").asLong()).isEqualTo(1);
        assertThat(rows.next()).isFalse();
    }

    @Test
    void parametersReachTheQuery() throws DataServiceException, DataClientException {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setParameter("who", "it's me");
        properties.setParameter("n", 5L);
        properties.setParameter("ago", Duration.ofHours(1));
        KustoResultSetTable rows = client.executeQuery(
                        DATABASE,
                        "declare query_parameters(who:string, n:long, ago:timespan); print who, n + 1, ago",
                        properties)
                .getPrimaryResults();
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(0)).isEqualTo("it's me");
        assertThat(rows.getLong(1)).isEqualTo(6);
        assertThat(rows.getString(2)).isEqualTo("01:00:00");
    }

    @Test
    void aMistakeInAQueryIsAPermanentErrorWithItsPlace() {
        assertThatThrownBy(() ->
                        client.executeQuery(DATABASE, "print 1\n| where nope == 2", new ClientRequestProperties()))
                .isInstanceOfSatisfying(DataServiceException.class, e -> assertThat(e.isPermanent())
                        .isTrue())
                .hasMessageContaining("Semantic error: SEM0100: query:2:9: error KQL202: there is no column 'nope'")
                .hasMessageContaining("| where nope == 2\n            ^^^^");
    }

    @Test
    void tooManyRowsAreAnError() {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setOption("truncationmaxrecords", 2);
        assertThatThrownBy(() -> client.executeQuery(DATABASE, "range x from 1 to 3 step 1", properties))
                .isInstanceOf(DataServiceException.class)
                .hasMessageContaining("LimitsExceeded");
    }

    @Test
    void aQueryThatTakesTooLongIsStopped() {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setTimeoutInMilliSec(500L);
        assertThatThrownBy(() -> client.executeQuery(
                        DATABASE,
                        "let T = range x from 1 to 1000000 step 1 | extend k = 1; T | join kind=inner T on k |"
                                + " summarize sum(x % x1)",
                        properties))
                .isInstanceOfSatisfying(DataServiceException.class, e -> assertThat(e.isPermanent())
                        .isFalse())
                .hasMessageContaining("it ran longer than its limit of 1.0 s");
    }

    @Test
    void anUnknownCommandIsAnError() {
        assertThatThrownBy(() -> client.executeMgmt(DATABASE, ".dance", new ClientRequestProperties()))
                .isInstanceOf(DataServiceException.class)
                .hasMessageContaining("there is no command '.dance'");
    }

    @Test
    void aCommandAnswersOneTable() throws DataServiceException, DataClientException {
        KustoOperationResult answer = client.executeMgmt(DATABASE, ".show databases", new ClientRequestProperties());
        assertThat(answer.getPrimaryResults().getColumns()[0].getColumnName()).isEqualTo("DatabaseName");
    }

    @Test
    void aStreamingQueryArrivesWhole() throws DataServiceException, DataClientException, IOException {
        try (InputStream frames = streaming.executeStreamingQuery(
                DATABASE, "range x from 1 to 100000 step 1", new ClientRequestProperties())) {
            String text = new String(frames.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("[99999],[100000]]").endsWith("\"HasErrors\":false,\"Cancelled\":false}]");
        }
    }
}
