package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks and casts as Microsoft's SDK does below the Kusto Spark connector. */
record ConnectorClient(RestClient http, String database) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Table command(String csl) {
        return first(post("/v1/rest/mgmt", database, csl));
    }

    /** The data management role is asked in this database, whatever is written to. */
    Table ingestionCommand(String csl) {
        return first(post("/v1/rest/mgmt", "NetDefaultDB", csl));
    }

    /** The primary result of a version 2 answer without progressive frames. */
    Table query(String kql) {
        List<?> frames = (List<?>) Json.read(post("/v2/rest/query", database, kql));
        return frames.stream()
                .map(frame -> (Map<?, ?>) frame)
                .filter(frame -> "PrimaryResult".equals(frame.get("TableKind")))
                .map(Table::new)
                .findFirst()
                .orElseThrow();
    }

    /** Polls as the connector does, and then asks what the operation did. */
    Table await(String operation) {
        Table end = end(operation);
        assertThat(end.text(0, "State")).as(end.text(0, "Status")).isEqualTo("Completed");
        return command(".show operation " + operation + " details");
    }

    /** The last state of an operation. */
    Table end(String operation) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Table state = command(".show operations " + operation);
        while (state.text(0, "State").equals("InProgress") && System.nanoTime() < deadline) {
            state = command(".show operations " + operation);
        }
        return state;
    }

    /** The names of blobs, in XML. */
    String list(String address) {
        Answer answer = http.get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String post(String path, String where, String csl) {
        String properties = "{\"Options\":{},\"Parameters\":{}}";
        Answer answer = http.postJson(path, Json.write(Map.of("db", where, "csl", csl, "properties", properties)));
        assertThat(answer.status()).as(csl + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Of two tables the first; of more, one that the last of them names as the result. */
    private static Table first(String body) {
        List<?> tables = (List<?>) ((Map<?, ?>) Json.read(body)).get("Tables");
        Table contents = new Table((Map<?, ?>) tables.get(tables.size() - 1));
        int result = 0;
        while (tables.size() > 2 && !contents.text(result, "Kind").equals("QueryResult")) {
            result++;
        }
        return new Table((Map<?, ?>) tables.get(result));
    }

    /** One table of an answer. A cast that fails fails the connector too. */
    record Table(Map<?, ?> json) {
        int size() {
            return ((List<?>) json.get("Rows")).size();
        }

        List<?> row(int row) {
            return (List<?>) ((List<?>) json.get("Rows")).get(row);
        }

        Object value(int row, int column) {
            return row(row).get(column);
        }

        String text(int row, int column) {
            String text = textOrNull(row, column);
            assertThat(text).isNotNull();
            return text;
        }

        String textOrNull(int row, int column) {
            return (String) value(row, column);
        }

        String text(int row, String column) {
            int index = columns("ColumnName").indexOf(column);
            assertThat(index).as(column).isNotNegative();
            return text(row, index);
        }

        long number(int row, int column) {
            return (Long) value(row, column);
        }

        boolean truth(int row, int column) {
            return (Boolean) value(row, column);
        }

        List<String> types() {
            return columns("ColumnType");
        }

        private List<String> columns(String member) {
            return ((List<?>) json.get("Columns"))
                    .stream()
                            .map(column -> ((Map<?, ?>) column).get(member).toString())
                            .toList();
        }
    }
}
