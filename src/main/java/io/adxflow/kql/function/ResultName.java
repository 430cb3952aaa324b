package io.adxflow.kql.function;

import java.util.List;
import java.util.Optional;

/**
 * The name of the column that an unnamed call gives.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/summarize-operator#default-column-names">Default column names</a>
 */
public record ResultName(Kind kind, String prefix) {
    /** Where the name comes from. */
    public enum Kind {
        /** No name of its own: {@code Column1}, {@code print_0}. */
        NONE,
        /** That of the first argument. */
        FIRST_ARGUMENT,
        /** Prefix, underscore, name of the first argument; nothing after the underscore when that has no name. */
        PREFIX,
        /** Always the same. */
        FIXED,
        /** Prefix and the names of the first two arguments, underscores between. */
        PREFIX_OF_TWO
    }

    static final ResultName NONE = new ResultName(Kind.NONE, "");
    static final ResultName FIRST_ARGUMENT = new ResultName(Kind.FIRST_ARGUMENT, "");

    static ResultName prefix(String prefix) {
        return new ResultName(Kind.PREFIX, prefix);
    }

    static ResultName fixed(String name) {
        return new ResultName(Kind.FIXED, name);
    }

    static ResultName prefixOfTwo(String prefix) {
        return new ResultName(Kind.PREFIX_OF_TWO, prefix);
    }

    /** The name for a call whose arguments bear these names, as far as they have names. */
    public Optional<String> of(List<Optional<String>> arguments) {
        return switch (kind) {
            case NONE -> Optional.empty();
            case FIXED -> Optional.of(prefix);
            case FIRST_ARGUMENT -> name(arguments, 0);
            case PREFIX -> Optional.of(prefix + "_" + name(arguments, 0).orElse(""));
            case PREFIX_OF_TWO -> Optional.of(prefix + "_" + name(arguments, 0).orElse("") + "_"
                    + name(arguments, 1).orElse(""));
        };
    }

    private static Optional<String> name(List<Optional<String>> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : Optional.empty();
    }
}
