import com.microsoft.azure.kusto.data.ClientRequestProperties;
import com.microsoft.azure.kusto.data.KustoOperationResult;
import com.microsoft.azure.kusto.data.KustoResultSetTable;
import com.microsoft.azure.kusto.data.exceptions.DataServiceException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Queries and control commands. */
final class QueryClaims extends SdkCluster {
    QueryClaims(String cluster) throws Exception {
        super(cluster);
    }

    void addQueries(Map<String, Claim> claims) {
        claims.put("a query answers every type", this::types);
        claims.put("parameters reach the query", this::parameters);
        claims.put("a batch answers several tables", this::batch);
        claims.put("a query can be had as text and as a stream", this::texts);
        claims.put("a mistake in a query is told with its place", this::mistake);
        claims.put("a result that is cut is an error", this::truncation);
        claims.put("fragments are understood", this::fragments);
        claims.put("a query runs no longer than its time", this::timeout);
    }

    void addCommands(Map<String, Claim> claims) {
        claims.put("commands make and show tables", this::tables);
        claims.put("a command can be piped into a query", this::piped);
        claims.put("a missing table is a permanent error", this::missingTable);
    }

    private void types() throws Exception {
        KustoResultSetTable rows = query(
                "print l = 9007199254740993, i = int(5), s = 'it\\'s', b = true, r = 1.5, w = 2.0,"
                        + " m = decimal(12.50), t = datetime(2020-01-02T03:04:05.1234567Z), ts = 1d + 1h,"
                        + " g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), d = dynamic({'a':[1,null]}), n = long(null)");
        check(rows.next(), true);
        check(rows.getLong("l"), 9007199254740993L);
        check(rows.getInt("i"), 5);
        check(rows.getString("s"), "it's");
        check(rows.getBoolean("b"), true);
        check(rows.getDouble("r"), 1.5);
        check(rows.getDouble("w"), 2.0);
        check(rows.getBigDecimal("m").doubleValue(), 12.5);
        check(rows.getKustoDateTime("t").toString(), "2020-01-02T03:04:05.123456700");
        check(rows.getString("ts"), "1.01:00:00");
        check(rows.getUUID("g").toString(), "74be27de-1e4e-49d9-b579-fe0b331d3642");
        check(rows.getJSONObject("d").toString(), "{\"a\":[1,null]}");
        check(rows.getObject("n"), null);
        check(rows.next(), false);
    }

    private void parameters() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setParameter("s", "it's \"me\"");
        properties.setParameter("l", 5L);
        properties.setParameter("r", 1.5);
        properties.setParameter("b", true);
        properties.setParameter("t", Duration.ofMinutes(61));
        properties.setParameter("d", java.time.LocalDateTime.of(2020, 1, 2, 3, 4, 5));
        properties.setTimeoutInMilliSec(60_000L);
        KustoResultSetTable rows = client.executeQuery(
                        DATABASE,
                        "declare query_parameters(s:string, l:long, r:real, b:bool, t:timespan, d:datetime); print s, l, r, b, t, d",
                        properties)
                .getPrimaryResults();
        rows.next();
        check(rows.getCurrentRow().toString(), "[it's \"me\", 5, 1.5, true, 01:01:00, 2020-01-02T03:04:05Z]");
    }

    private void batch() throws Exception {
        KustoOperationResult result =
                client.executeQuery(DATABASE, "print a = 1; print b = 'x'", new ClientRequestProperties());
        long primary = result.getResultTables().stream()
                .filter(table -> table.getTableKind().toString().equals("PrimaryResult"))
                .count();
        check(primary, 2L);
    }

    private void texts() throws Exception {
        String text = client.executeToJsonResult(DATABASE, "print x = 1", new ClientRequestProperties());
        check(text.contains("DataSetCompletion"), true);
        try (InputStream stream = streaming.executeStreamingQuery(
                DATABASE, "range i from 1 to 1000 step 1", new ClientRequestProperties())) {
            String body = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            check(body.contains("[1000]"), true);
        }
        try (InputStream stream =
                streaming.executeStreamingQuery(DATABASE, ".show version", new ClientRequestProperties())) {
            check(new String(stream.readAllBytes(), StandardCharsets.UTF_8).contains("BuildVersion"), true);
        }
    }

    private void mistake() throws Exception {
        DataServiceException e = refused("print x = 1 | wherre x > 1");
        check(e.isPermanent(), true);
        check(e.getMessage().contains("wherre"), true);
        check(refused("NoSuchTable | take 1").getMessage().contains("NoSuchTable"), true);
    }

    private void truncation() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setOption("truncationmaxrecords", 10);
        String query = "range i from 1 to 100 step 1";
        try {
            client.executeQuery(DATABASE, query, properties);
            throw new AssertionError("the result was not refused");
        } catch (DataServiceException e) {
            check(e.getMessage().contains("LimitsExceeded"), true);
        }
        properties.setOption("deferpartialqueryfailures", true);
        check(count(client.executeQuery(DATABASE, query, properties).getPrimaryResults()), 10);
        check(count(query("set notruncation; range i from 1 to 600000 step 1")), 600_000);
    }

    private void fragments() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setOption("results_v2_fragment_primary_tables", true);
        properties.setOption("results_v2_newlines_between_frames", true);
        String text = client.executeToJsonResult(DATABASE, "range i from 1 to 5 step 1", properties);
        check(text.contains("TableFragment") && text.contains("TableCompletion"), true);
    }

    private void timeout() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setTimeoutInMilliSec(1000L);
        try {
            client.executeQuery(
                    DATABASE,
                    "range i from 1 to 100000 step 1 | extend k = 1"
                            + " | join kind=inner (range j from 1 to 100000 step 1 | extend k = 1) on k | summarize sum(i * j)",
                    properties);
            throw new AssertionError("the query ended");
        } catch (DataServiceException e) {
            check(e.getMessage().isEmpty(), false);
        }
    }

    private void tables() throws Exception {
        command(".create table Made (id:long, name:string)");
        command(".create-merge table Made (id:long, name:string, extra:dynamic)");
        command(".ingest inline into table Made <| 1,one,{}");
        KustoResultSetTable schema = command(".show table Made cslschema");
        schema.next();
        check(schema.getString("Schema"), "id:long,name:string,extra:dynamic");
        check(count(command(".show tables | where TableName == 'Made'")), 1);
        check(count(query("Made")), 1);
        command(".set-or-append Copied <| Made");
        check(count(query("Copied")), 1);
        command(".drop table Made");
    }

    private void piped() throws Exception {
        KustoResultSetTable rows = command(".show tables | summarize n = count()");
        rows.next();
        check(rows.getLong("n") > 0, true);
    }

    private void missingTable() throws Exception {
        try {
            command(".drop table NoSuchTable");
            throw new AssertionError("the command was accepted");
        } catch (DataServiceException e) {
            check(e.isPermanent(), true);
            check(e.getMessage().contains("NoSuchTable"), true);
        }
    }
}
