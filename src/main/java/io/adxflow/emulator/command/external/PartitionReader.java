package io.adxflow.emulator.command.external;

import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.external.PathFormat;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalPartition.Kind;
import io.adxflow.emulator.store.PathPart;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code partition by (…) pathformat = (…)}. */
record PartitionReader(CommandReader reader, Schema columns) {
    /** {@code ( NAME : TYPE [= COLUMN | FUNCTION (COLUMN, …)], … )}. */
    List<ExternalPartition> partitions() {
        List<ExternalPartition> partitions = new ArrayList<>();
        reader.list(() -> partitions.add(partition()));
        return partitions;
    }

    private ExternalPartition partition() {
        Name name = Columns.legal(reader, reader.name());
        reader.expectSymbol(":");
        int start = reader.position();
        KqlType type = Columns.type(reader);
        ExternalPartition partition = reader.takeSymbol("=")
                ? derived(name.value(), type)
                : new ExternalPartition(name.value(), type, Kind.VIRTUAL, "", 0);
        boolean isVirtual = partition.isVirtual();
        boolean fits = isVirtual ? type == KqlType.STRING || type == KqlType.DATETIME : type == expected(partition);
        if (!fits) {
            throw reader.at(start)
                    .unexpected(
                            isVirtual
                                    ? "string or datetime"
                                    : expected(partition).keyword());
        }
        if (isVirtual && columns.column(name.value()).isPresent()) {
            throw reader.at(start).unexpected("a virtual column that is no column of the files");
        }
        return partition;
    }

    private static KqlType expected(ExternalPartition partition) {
        return switch (partition.kind()) {
            case VIRTUAL, COLUMN -> KqlType.STRING;
            case HASH -> KqlType.LONG;
            case BIN, START_OF_YEAR, START_OF_MONTH, START_OF_WEEK, START_OF_DAY -> KqlType.DATETIME;
        };
    }

    private ExternalPartition derived(String name, KqlType type) {
        int start = reader.position();
        String word = reader.peekWord();
        String first = reader.name().value();
        if (!reader.takeSymbol("(")) {
            reader.at(start);
            return new ExternalPartition(name, type, Kind.COLUMN, column(KqlType.STRING), 0);
        }
        ExternalPartition partition =
                switch (word) {
                    case "bin" -> {
                        String column = column(KqlType.DATETIME);
                        reader.expectSymbol(",");
                        yield new ExternalPartition(name, type, Kind.BIN, column, span());
                    }
                    case "hash" -> {
                        String column = column(KqlType.STRING);
                        reader.expectSymbol(",");
                        yield new ExternalPartition(name, type, Kind.HASH, column, modulus());
                    }
                    default -> new ExternalPartition(name, type, start(start, first), column(KqlType.DATETIME), 0);
                };
        reader.expectSymbol(")");
        return partition;
    }

    private Kind start(int place, String function) {
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(one -> !one.function().isEmpty() && one.function().equalsIgnoreCase(function))
                .findFirst();
        return kind.orElseThrow(() -> reader.at(place)
                .unexpected("a column, bin, hash, startofyear, startofmonth, startofweek or startofday"));
    }

    private String column(KqlType type) {
        int start = reader.position();
        String name = reader.name().value();
        if (columns.column(name).map(Column::type).filter(type::equals).isEmpty()) {
            throw reader.at(start).unexpected("a column of type " + type.keyword());
        }
        return name;
    }

    private long span() {
        int start = reader.position();
        OptionalLong ticks = TimespanText.ticks(reader.raw(")").replaceAll("^time(span)?\\((.*)\\)$", "$2"));
        if (ticks.isEmpty() || ticks.getAsLong() <= 0) {
            throw reader.at(start).unexpected("a timespan");
        }
        return ticks.getAsLong();
    }

    private long modulus() {
        int start = reader.position();
        String text = reader.raw(")");
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw reader.at(start).unexpected("a number");
        }
        return Long.parseLong(text);
    }

    /** {@code ( ["TEXT"] (PARTITION | datetime_pattern("PATTERN", PARTITION)) … )}, or what follows from the partitions. */
    List<PathPart> path(List<ExternalPartition> partitions) {
        if (!reader.take("pathformat")) {
            return PathFormat.implied(partitions);
        }
        reader.expectSymbol("=");
        reader.expectSymbol("(");
        List<PathPart> parts = new ArrayList<>();
        while (!reader.takeSymbol(")")) {
            parts.add(reader.isAtString() ? new PathPart.Text(reader.string()) : value(partitions));
        }
        return parts;
    }

    private PathPart value(List<ExternalPartition> partitions) {
        if (!reader.take("datetime_pattern")) {
            return new PathPart.Value(partition(partitions).name(), "");
        }
        reader.expectSymbol("(");
        String pattern = reader.string();
        reader.expectSymbol(",");
        int start = reader.position();
        ExternalPartition partition = partition(partitions);
        if (partition.type() != KqlType.DATETIME) {
            throw reader.at(start).unexpected("a partition of type datetime");
        }
        reader.expectSymbol(")");
        return new PathPart.Value(partition.name(), pattern);
    }

    private ExternalPartition partition(List<ExternalPartition> partitions) {
        int start = reader.position();
        String name = reader.name().value();
        return partitions.stream()
                .filter(partition -> partition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> reader.at(start)
                        .unexpected("one of "
                                + String.join(
                                        ", ",
                                        partitions.stream()
                                                .map(ExternalPartition::name)
                                                .toList())));
    }
}
