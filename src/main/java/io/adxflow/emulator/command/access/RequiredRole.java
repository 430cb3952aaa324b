package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Names;
import io.adxflow.emulator.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command asks of who sends it.
 *
 * @param tables those that it names, and on each of which the role is needed
 * @see <a href="https://learn.microsoft.com/kusto/management/security-roles">Security roles</a>
 */
public record RequiredRole(Level level, List<String> tables) {
    /** From the least to the most. */
    public enum Level {
        SIGNED_IN,
        SEE,
        READ,
        CREATE,
        INGEST,
        TABLE_ADMIN,
        DATABASE_ADMIN
    }

    private static final Pattern TABLES = Pattern.compile("(?i)\\b(?:table|tables|into|,|=)\\s*\\(?\\s*");
    private static final Map<String, Level> BY_VERB = Map.ofEntries(
            Map.entry(".create", Level.CREATE),
            Map.entry(".create-or-alter", Level.CREATE),
            Map.entry(".create-merge", Level.CREATE),
            Map.entry(".set", Level.CREATE),
            Map.entry(".set-or-append", Level.INGEST),
            Map.entry(".set-or-replace", Level.TABLE_ADMIN),
            Map.entry(".append", Level.INGEST),
            Map.entry(".ingest", Level.INGEST),
            Map.entry(".export", Level.READ),
            Map.entry(".get", Level.SIGNED_IN),
            Map.entry(".refresh", Level.SIGNED_IN));
    private static final List<String> FOR_ALL = List.of(
            ".show version",
            ".show cluster",
            ".show databases",
            ".show operations",
            ".show operation",
            ".show ingestion resources",
            ".show export containers");

    public RequiredRole {
        tables = List.copyOf(tables);
    }

    /** What a command needs in the present state of its database. Tables that are not there need no role. */
    public static RequiredRole of(String text, Database database) {
        String head = text.split("<\\|", 2)[0];
        CommandReader reader = new CommandReader(head);
        if (FOR_ALL.stream().anyMatch(words -> new CommandReader(head).take(words))) {
            return new RequiredRole(Level.SIGNED_IN, List.of());
        }
        String verb = reader.peekWord();
        List<String> tables = named(head, verb).stream()
                .filter(name -> database.table(name).isPresent())
                .distinct()
                .toList();
        return new RequiredRole(level(verb, new CommandReader(head), !tables.isEmpty()), tables);
    }

    private static Level level(String verb, CommandReader reader, boolean hasTables) {
        reader.take(verb);
        if (verb.equals(".show")) {
            return Level.SEE;
        }
        if (reader.peekWord().startsWith("function")) {
            return Level.CREATE;
        }
        if (verb.equals(".delete") && reader.isAhead("records")) {
            return Level.DATABASE_ADMIN;
        }
        if (reader.peekWord().equals("database") && !verb.equals(".refresh")) {
            return Level.DATABASE_ADMIN;
        }
        if (verb.equals(".set") && reader.peekWord().equals("table")) {
            return Level.TABLE_ADMIN;
        }
        boolean isMapping = reader.isAhead("mapping");
        Level level = isMapping ? Level.INGEST : BY_VERB.getOrDefault(verb, Level.TABLE_ADMIN);
        if (hasTables) {
            return verb.equals(".create-merge") ? Level.TABLE_ADMIN : level;
        }
        return switch (level) {
            case INGEST -> verb.equals(".set-or-append") ? Level.CREATE : Level.SEE;
            case TABLE_ADMIN -> verb.equals(".set-or-replace") ? Level.CREATE : withoutTable(reader);
            case SIGNED_IN, SEE, READ, CREATE, DATABASE_ADMIN -> level;
        };
    }

    /** A table that is not there is told by the command itself. */
    private static Level withoutTable(CommandReader reader) {
        return reader.isAhead("table") || reader.isAhead("tables") ? Level.SEE : Level.DATABASE_ADMIN;
    }

    private static List<String> named(String head, String verb) {
        List<String> names = new ArrayList<>();
        Matcher place = TABLES.matcher(head);
        while (place.find()) {
            Names name = new Names(head, place.end());
            if (name.end() >= 0) {
                names.add(name.value());
            }
        }
        CommandReader reader = new CommandReader(head);
        reader.take(verb);
        reader.take("async");
        if (verb.startsWith(".set") || verb.equals(".append")) {
            names.add(reader.name().value());
        }
        return names;
    }
}
