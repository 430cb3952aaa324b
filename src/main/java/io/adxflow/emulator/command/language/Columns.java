package io.adxflow.emulator.command.language;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_NAME;
import static io.adxflow.emulator.command.language.CommandProblem.DUPLICATE_NAME;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Column lists and names as commands declare them. */
public final class Columns {
    private static final int LONGEST_NAME = 1024;
    private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}_ .-]{1," + LONGEST_NAME + "}");

    private Columns() {}

    /** {@code ( NAME : TYPE, … )}. */
    public static Schema read(CommandReader reader) {
        Set<String> names = new HashSet<>();
        List<Column> columns = reader.list(() -> {
            Name name = legal(reader, reader.name());
            if (!names.add(name.value())) {
                throw DUPLICATE_NAME
                        .at(name.span(), name.value())
                        .in(reader.source())
                        .toException();
            }
            reader.expectSymbol(":");
            return new Column(name.value(), type(reader));
        });
        if (columns.isEmpty()) {
            throw reader.unexpected("at least one column before this");
        }
        return new Schema(columns);
    }

    /** A name that an entity may get. */
    public static Name legal(CommandReader reader, Name name) {
        if (!LEGAL.matcher(name.value()).matches()) {
            throw BAD_NAME.at(name.span(), name.value())
                    .withHint("names have letters, digits, '_', ' ', '.' and '-', at most 1024 of them")
                    .in(reader.source())
                    .toException();
        }
        return name;
    }

    public static KqlType type(CommandReader reader) {
        String word = reader.peekWord();
        Optional<KqlType> type = named(word);
        if (type.isEmpty()) {
            throw reader.unexpected("a column type");
        }
        reader.take(word);
        return type.get();
    }

    /** Declarations know more spellings than queries. */
    private static Optional<KqlType> named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "int8", "int16", "int32", "uint", "uint8", "uint16", "uint32" -> Optional.of(KqlType.INT);
            case "int64", "ulong", "uint64" -> Optional.of(KqlType.LONG);
            case "double", "float" -> Optional.of(KqlType.REAL);
            case "boolean" -> Optional.of(KqlType.BOOL);
            default -> KqlType.named(word);
        };
    }
}
