package io.adxflow.kql.language;

/** What every row of a stored table knows beside its columns: where it lies and when it came. */
public enum HiddenColumn {
    /** The extent that holds the row; {@code extent_id()}. */
    EXTENT("x_extent", KqlType.GUID),
    /** The tags of that extent, a JSON array of texts; {@code extent_tags()}. */
    TAGS("x_tags", KqlType.DYNAMIC),
    /** When the row was ingested, in ticks, or null; {@code ingestion_time()}. */
    INGESTED("x_ingested", KqlType.DATETIME),
    /** The database cursor at which the row became visible; {@code cursor_after()}. */
    CURSOR("x_cursor", KqlType.LONG),
    /** Which row of its extent it is; only {@linkplain CatalogTable#isNumbered numbered} tables have it. */
    ROW("x_row", KqlType.LONG);

    private final String sqlName;
    private final KqlType type;

    HiddenColumn(String sqlName, KqlType type) {
        this.sqlName = sqlName;
        this.type = type;
    }

    /** The name in {@link CatalogTable#relation}. */
    public String sqlName() {
        return sqlName;
    }

    public KqlType type() {
        return type;
    }
}
