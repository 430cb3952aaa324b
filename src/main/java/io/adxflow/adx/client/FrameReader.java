package io.adxflow.adx.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks the frames of an answer row by row, whatever its size; see
 * <a href="https://learn.microsoft.com/kusto/api/rest/response-v2">Query V2 HTTP response</a>. It ends well only after a
 * completion frame without errors: rows that were cut off, replaced or refused are never passed off as a result.
 */
final class FrameReader implements Closeable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonBytes json;
    private final Failures failures;
    private final WireRows rows;
    private final Map<Integer, List<AdxColumn>> fragmented = new HashMap<>();
    private int openTable = -1;
    private long rowsOfTable;
    private boolean inRows;
    private boolean completed;

    FrameReader(InputStream body, Failures failures) {
        this.json = new JsonBytes(body);
        this.failures = failures;
        this.rows = new WireRows(json);
        startOfAnswer();
    }

    /** The columns of the result that is being read. */
    List<AdxColumn> columns() {
        return rows.columns();
    }

    /** Moves to the next primary result. False means that the whole answer was read and is sound. */
    boolean nextTable() {
        return reading(() -> {
            while (inTable()) {
                advance(new ObjectRow(rows.columns().size()));
            }
            while (!inTable() && !completed) {
                readFrame();
            }
            if (!inTable()) {
                endOfAnswer();
            }
            return inTable();
        });
    }

    /** Puts the next row of the result into a sink; false at its end. */
    boolean nextRow(RowSink sink) {
        return reading(() -> {
            boolean found = false;
            while (!found && inTable()) {
                found = advance(sink);
            }
            return found;
        });
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private boolean inTable() {
        return openTable >= 0;
    }

    /** Whether a row was read, and not something else. */
    private boolean advance(RowSink sink) throws IOException {
        if (!inRows) {
            readFrame();
            return false;
        }
        if (!json.hasElement()) {
            inRows = false;
            endOfFrame();
            return false;
        }
        if (json.peek() == '{') {
            throw failures.service(firstError(tree()));
        }
        rowsOfTable++;
        rows.readRow(sink);
        return true;
    }

    private void startOfAnswer() {
        reading(() -> {
            if (json.peek() == '{') {
                throw failures.service(firstError(tree()));
            }
            json.open('[');
            return null;
        });
    }

    private void endOfAnswer() throws IOException {
        while (json.hasElement()) {
            json.skip();
        }
        json.finish();
    }

    private void readFrame() throws IOException {
        if (!json.hasElement()) {
            throw failures.cut("it has no completion frame");
        }
        json.open('{');
        expect("FrameType".equals(json.nextName()), "a frame with its type");
        switch (text()) {
            case "DataTable" -> dataTable();
            case "TableHeader" -> tableHeader();
            case "TableFragment" -> tableFragment();
            case "TableCompletion" -> tableCompletion(restOfFrame());
            case "DataSetCompletion" -> dataSetCompletion(restOfFrame());
            default -> restOfFrame();
        }
    }

    private String text() throws IOException {
        json.readText();
        return json.text();
    }

    private JsonNode tree() throws IOException {
        return MAPPER.readTree(json.capture());
    }

    private void dataTable() throws IOException {
        Head head = readHead();
        boolean hasRows = head.atRows();
        if (head.kind().equals("PrimaryResult")) {
            expect(hasRows && !inTable(), "a whole result");
            open(head.table());
            inRows = true;
        } else if (hasRows && head.kind().equals("QueryCompletionInformation")) {
            checkCompletionInformation();
            restOfFrame();
        } else if (hasRows) {
            skipRows();
            restOfFrame();
        }
    }

    private void tableHeader() throws IOException {
        Head head = readHead();
        expect(!head.atRows(), "a header without rows");
        if (head.kind().equals("PrimaryResult")) {
            expect(!inTable(), "the end of the last result");
            open(head.table());
            fragmented.put(head.table(), rows.columns());
        }
    }

    private void tableFragment() throws IOException {
        Head head = readHead();
        expect(head.atRows(), "a fragment with rows");
        if (!fragmented.containsKey(head.table())) {
            skipRows();
            restOfFrame();
            return;
        }
        expect(head.table() == openTable, "a fragment of the open result");
        expect(head.fragment().equals("DataAppend"), "a fragment that appends, found '" + head.fragment() + "'");
        rows.use(fragmented.get(openTable));
        inRows = true;
    }

    private void tableCompletion(JsonNode frame) {
        checkErrors(frame);
        int table = frame.path("TableId").asInt(-1);
        if (fragmented.remove(table) != null) {
            expect(table == openTable, "the completion of the open result");
            long promised = frame.path("RowCount").asLong(rowsOfTable);
            if (promised != rowsOfTable) {
                throw failures.cut("a result has " + rowsOfTable + " rows, and " + promised + " were announced");
            }
            openTable = -1;
        }
    }

    private void dataSetCompletion(JsonNode frame) {
        checkErrors(frame);
        if (frame.path("HasErrors").asBoolean()) {
            throw failures.service(ServiceError.inAnswer("", "the answer has errors and does not say which", false));
        }
        if (frame.path("Cancelled").asBoolean()) {
            throw failures.service(ServiceError.inAnswer("", "the query was cancelled", false));
        }
        expect(!inTable(), "the end of the last result");
        completed = true;
    }

    private void open(int table) {
        openTable = table;
        rowsOfTable = 0;
    }

    /** After the rows of a frame. A whole table ends here; a fragmented one ends with its completion. */
    private void endOfFrame() throws IOException {
        restOfFrame();
        if (!fragmented.containsKey(openTable)) {
            openTable = -1;
        }
    }

    /** What is known of a table before its rows; the reader stands behind their bracket or at the end of the frame. */
    private record Head(int table, String kind, String fragment, boolean atRows) {}

    private Head readHead() throws IOException {
        int table = 0;
        String kind = "";
        String fragment = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "TableId" -> table = tree().asInt();
                case "TableKind" -> kind = text();
                case "TableFragmentType" -> fragment = text();
                case "Columns" -> rows.readColumns();
                case "Rows" -> {
                    json.open('[');
                    return new Head(table, kind, fragment, true);
                }
                default -> json.skip();
            }
        }
        return new Head(table, kind, fragment, false);
    }

    private void skipRows() throws IOException {
        while (json.hasElement()) {
            json.skip();
        }
    }

    /** The members of the frame that are still to come. */
    private JsonNode restOfFrame() throws IOException {
        ObjectNode rest = MAPPER.createObjectNode();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            rest.set(name, tree());
        }
        return rest;
    }

    /** With deferred partial failures, a cut result is reported nowhere but here. */
    private void checkCompletionInformation() throws IOException {
        int level = column("Level");
        int status = column("StatusCode");
        int name = column("StatusCodeName");
        int payload = column("Payload");
        while (json.hasElement()) {
            Object[] row = rows.readRow();
            boolean failed = level >= 0 && row[level] instanceof Integer severity && severity <= 2;
            if (failed) {
                String code = status < 0 ? "" : String.valueOf(row[status]);
                String text = name < 0 ? "" : row[name] + " ";
                throw failures.service(ServiceError.inAnswer(code, text + (payload < 0 ? "" : row[payload]), true));
            }
        }
    }

    private int column(String name) {
        return rows.columns().stream().map(AdxColumn::name).toList().indexOf(name);
    }

    private void checkErrors(JsonNode frame) {
        if (!frame.path("OneApiErrors").isEmpty()) {
            throw failures.service(firstError(frame));
        }
    }

    private static ServiceError firstError(JsonNode holder) {
        JsonNode first = holder.path("OneApiErrors").path(0);
        JsonNode error = first.has("error") ? first.get("error") : holder.path("error");
        String message = error.hasNonNull("@message")
                ? error.get("@message").asText()
                : error.path("message").asText(holder.toString());
        return ServiceError.inAnswer(
                error.path("code").asText(), message, error.path("@permanent").asBoolean());
    }

    private static void expect(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("expected " + what);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T reading(Step<T> step) {
        try {
            return step.run();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw json.hasEnded() ? failures.cut("it ends too early") : failures.unreadable(e);
        } catch (IOException e) {
            throw failures.lost(e);
        }
    }
}
