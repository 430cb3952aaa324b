package io.adxflow.kql.language;

/**
 * A query that looks at each row of one table alone: it drops it, changes it or makes several of it. So the union of its
 * results over parts of the table is its result over the whole.
 *
 * @param text the query as written
 * @param table the name of the table, which may also be that of a stored function or a view
 * @param tableEnd where an operator may be put in front of all others, as an offset into the text
 * @param isTimeDependent whether it asks for the time at which it runs
 */
public record RowLocalQuery(String text, String table, int tableEnd, boolean isTimeDependent) {

    /** The query over those rows of the table that an operator leaves. */
    public String over(String operator) {
        return text.substring(0, tableEnd) + " | " + operator + text.substring(tableEnd);
    }
}
