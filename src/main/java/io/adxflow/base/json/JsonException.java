package io.adxflow.base.json;

/** A text that is not JSON, or more JSON than the reader takes. */
public final class JsonException extends RuntimeException {
    private final int line;
    private final int column;

    JsonException(String message, int line, int column) {
        super("line " + line + ", column " + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    /** From one; 0 when the place is not known. */
    public int line() {
        return line;
    }

    /** From one, in characters; 0 when the place is not known. */
    public int column() {
        return column;
    }
}
