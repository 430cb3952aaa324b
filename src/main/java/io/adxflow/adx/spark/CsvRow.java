package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxProblem;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Turns rows into lines as
 * <a href="https://learn.microsoft.com/azure/data-explorer/ingest-data-overview">ADX reads CSV</a>: a null is an empty
 * field, an empty text is a pair of quotes. Keeps one buffer, so it serves one thread.
 */
final class CsvRow {
    private final List<CsvLayout.Cell> cells;
    private final StringBuilder line = new StringBuilder();

    CsvRow(CsvLayout layout) {
        this.cells = layout.cells();
    }

    /** The line with its break; valid until the next call. */
    CharSequence text(InternalRow row) {
        line.setLength(0);
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            CsvLayout.Cell cell = cells.get(i);
            if (!row.isNullAt(cell.ordinal())) {
                append(cell, row.get(cell.ordinal(), cell.source()));
            }
        }
        if (line.isEmpty()) {
            // A reader of CSV skips a line without anything; quotes around nothing are null all the same.
            line.append("\"\"");
        }
        return line.append('\n');
    }

    private void append(CsvLayout.Cell cell, Object value) {
        String text;
        try {
            text = CsvCell.text(cell.source(), cell.target(), value);
        } catch (IllegalArgumentException e) {
            throw AdxProblem.LOSSY_VALUE.with(cell.name(), e.getMessage()).toException();
        }
        if (CsvCell.isQuoted(cell.target())) {
            quoted(text);
        } else {
            line.append(text);
        }
    }

    private void quoted(String text) {
        line.append('"');
        int from = 0;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
            line.append(text, from, quote + 1).append('"');
            from = quote + 1;
        }
        line.append(text, from, text.length()).append('"');
    }
}
