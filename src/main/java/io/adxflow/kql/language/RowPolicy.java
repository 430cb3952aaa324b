package io.adxflow.kql.language;

/**
 * Row-level security: what who asks gets in place of all rows of a table or view.
 *
 * @param query as a function without parameters
 * @param inside the database for that query: there the table, and it alone, has all its rows
 * @param isEnabled whether it holds for requests that do not ask for it
 * @see <a href="https://learn.microsoft.com/kusto/management/row-level-security-policy">Row level security policy</a>
 */
public record RowPolicy(StoredFunction query, Catalog inside, boolean isEnabled) {
    public RowPolicy in(Catalog next) {
        return new RowPolicy(query, next, isEnabled);
    }
}
