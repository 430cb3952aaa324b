package io.adxflow.adx;

/** Bodies of answers, as ADX writes them. */
public final class Answers {
    public static final String HEADER =
            "{\"FrameType\":\"DataSetHeader\",\"IsProgressive\":false,\"Version\":\"v2.0\"}";
    public static final String COMPLETION =
            "{\"FrameType\":\"DataSetCompletion\",\"HasErrors\":false,\"Cancelled\":false}";
    public static final String COLUMNS =
            "[{\"ColumnName\":\"Id\",\"ColumnType\":\"long\"},{\"ColumnName\":\"Name\",\"ColumnType\":\"string\"}]";

    private Answers() {}

    /** A whole answer of the given frames between header and completion. */
    public static String of(String... frames) {
        String middle = String.join(",", frames);
        return "[" + HEADER + (middle.isEmpty() ? "" : ",") + middle + "," + COMPLETION + "]";
    }

    /** A primary result with the columns {@code Id:long, Name:string}. */
    public static String table(String rows) {
        return table(COLUMNS, rows);
    }

    public static String table(String columns, String rows) {
        return "{\"FrameType\":\"DataTable\",\"TableId\":1,\"TableKind\":\"PrimaryResult\","
                + "\"TableName\":\"PrimaryResult\",\"Columns\":" + columns + ",\"Rows\":" + rows + "}";
    }

    public static String error(String code, String message, boolean permanent) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Request is invalid\",\"@message\":\"" + message
                + "\",\"@permanent\":" + permanent + "}}";
    }

    /** The answer to a command. */
    public static String tables(String columns, String rows) {
        return "{\"Tables\":[{\"TableName\":\"Table_0\",\"Columns\":" + columns + ",\"Rows\":" + rows + "}]}";
    }
}
