package io.adxflow.kql.function;

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
        PREFIX
    }

    static final ResultName NONE = new ResultName(Kind.NONE, "");
    static final ResultName FIRST_ARGUMENT = new ResultName(Kind.FIRST_ARGUMENT, "");

    static ResultName prefix(String prefix) {
        return new ResultName(Kind.PREFIX, prefix);
    }

    /** The name for a call whose first argument bears this name, if any. */
    public Optional<String> of(Optional<String> firstArgument) {
        return switch (kind) {
            case NONE -> Optional.empty();
            case FIRST_ARGUMENT -> firstArgument;
            case PREFIX -> Optional.of(prefix + "_" + firstArgument.orElse(""));
        };
    }
}
