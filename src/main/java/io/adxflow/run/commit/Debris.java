package io.adxflow.run.commit;

/**
 * A staging table that a run left behind when it was stopped, and that is dropped now.
 *
 * @param rows 0 when that run had not written yet, or when it had committed: a commit takes the rows away
 */
public record Debris(String table, long rows) {
    /** For people. An append that was committed by a run that is thought to have failed should not be repeated. */
    public String text() {
        String said = "dropped '" + table + "', which a run that was stopped left behind";
        return rows > 0
                ? said + " before it committed"
                : said + "; it was empty, so that run had written nothing yet, or had committed its rows";
    }
}
