package io.adxflow.kql.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ten scalar types of KQL with the names they have in queries, in {@code getschema} and in v1 responses.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/scalar-data-types">Scalar data types</a>
 */
public enum KqlType {
    BOOL("bool", "System.SByte", "boolean"),
    INT("int", "System.Int32", "int32"),
    LONG("long", "System.Int64", "int64"),
    REAL("real", "System.Double", "double"),
    DECIMAL("decimal", "System.Data.SqlTypes.SqlDecimal"),
    STRING("string", "System.String"),
    DATETIME("datetime", "System.DateTime", "date"),
    TIMESPAN("timespan", "System.TimeSpan", "time"),
    GUID("guid", "System.Guid", "uuid", "uniqueid"),
    DYNAMIC("dynamic", "System.Object");

    private static final Map<String, KqlType> BY_NAME = byName();

    private final String keyword;
    private final String dotNetName;
    private final List<String> aliases;

    KqlType(String keyword, String dotNetName, String... aliases) {
        this.keyword = keyword;
        this.dotNetName = dotNetName;
        this.aliases = List.of(aliases);
    }

    /** The type that a query or a schema calls so, by its name or an alias; case matters. */
    public static Optional<KqlType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all types, without aliases. */
    public static List<String> names() {
        return Arrays.stream(values()).map(KqlType::keyword).collect(Collectors.toUnmodifiableList());
    }

    /** For example {@code long}: the name in queries, in {@code ColumnType} of responses and in schemas. */
    public String keyword() {
        return keyword;
    }

    /** For example {@code System.Int64}: the {@code DataType} of {@code getschema} and of {@code .show table}. */
    public String dotNetName() {
        return dotNetName;
    }

    /** For example {@code Int64}: the {@code DataType} of a v1 response. */
    public String shortDotNetName() {
        return dotNetName.substring(dotNetName.lastIndexOf('.') + 1);
    }

    /** Whether arithmetic with another such type follows the numeric promotions. */
    public boolean isNumber() {
        return this == INT || this == LONG || this == REAL || this == DECIMAL;
    }

    @Override
    public String toString() {
        return keyword;
    }

    private static Map<String, KqlType> byName() {
        Map<String, KqlType> types = new HashMap<>();
        for (KqlType type : values()) {
            types.put(type.keyword, type);
            type.aliases.forEach(alias -> types.put(alias, type));
        }
        return Map.copyOf(types);
    }
}
