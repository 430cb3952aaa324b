package io.adxflow.emulator.command;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.RequestOrigin;
import io.adxflow.emulator.duckdb.DuckDbStore;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Commands and queries, a blank line between them, on a store of their own. The clock stands still, what has expired is
 * taken away before each of them, what is exported again and again is exported, and each guid of the answers is written as {@code guid-N}, which later commands may use. A
 * first line {@code // as PRINCIPAL ROLES} says who sends a command, and with which roles everywhere.
 */
public final class Script implements AutoCloseable {
    static final String DATABASE = "Samples";

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern RANDOM = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final Pattern PLACEHOLDER = Pattern.compile("guid-\\d+");
    private static final Pattern SENDER = Pattern.compile("// as (\\S+)((?: \\S+)*)\\n[\\s\\S]*");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Store store;
    private final Commands commands;
    private final Map<String, String> guids = new LinkedHashMap<>();

    public Script(Path directory) {
        store = DuckDbStore.open(directory, Clock.fixed(NOW, ZoneOffset.UTC));
        store.createDatabase(DATABASE);
        commands = new Commands(store, FolderBlobs.in(directory.resolve("blobs")));
    }

    public Commands commands() {
        return commands;
    }

    Store store() {
        return store;
    }

    /** Each command with its answer below. */
    String run(String script) {
        return Arrays.stream(script.split("\\n\\s*\\n")).map(this::step).collect(Collectors.joining("\n\n"));
    }

    public CommandResult command(String text) {
        Access access = access(text);
        QueryContext context =
                new QueryContext(store.now(), Map.of(), DATABASE, "localhost", access.principal(), Map.of());
        return run(new CommandRequest(text, context, LIMIT, RequestOrigin.own(), access));
    }

    private static Access access(String text) {
        Matcher sender = SENDER.matcher(text);
        if (!sender.matches()) {
            return Access.UNCHECKED;
        }
        List<Role> roles = Arrays.stream(sender.group(2).split(" "))
                .flatMap(word -> Role.ofPlural(word).stream())
                .toList();
        return new Access(sender.group(1), Optional.of(roles));
    }

    public CommandResult run(CommandRequest request) {
        return commands.run(request);
    }

    private String step(String text) {
        String command = PLACEHOLDER.matcher(text).replaceAll(found -> guids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(found.group()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(found.group()));
        commands.expire();
        commands.export();
        return "> " + shown(text) + "\n" + named(answer(command));
    }

    private static String shown(String text) {
        String first = text.lines().findFirst().orElseThrow();
        return first.startsWith("// as ") ? text.lines().limit(2).collect(Collectors.joining("\n> ")) : first;
    }

    private String answer(String text) {
        try {
            return new CommandReader(text).isAtSymbol(".") ? answer(finished(command(text))) : query(text);
        } catch (UserException e) {
            return e.getMessage();
        }
    }

    /** What runs in the background has ended before the next step. */
    private CommandResult finished(CommandResult result) {
        while (!command(".show operations | where State == 'InProgress'").rows().isEmpty()) {
            Thread.onSpinWait();
        }
        return result;
    }

    private static String answer(CommandResult result) {
        return table(result.schema(), result.rows());
    }

    private String query(String text) {
        try (Snapshot snapshot = store.open(DATABASE)) {
            CompiledResult query = Kql.compile(new SourceText("query", text), snapshot.catalog(), context())
                    .results()
                    .get(0);
            List<List<Object>> rows = new ArrayList<>();
            try (Rows found = snapshot.run(query.schema(), query.sql(), LIMIT)) {
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 0; i < query.schema().columns().size(); i++) {
                        row.add(found.value(i));
                    }
                    rows.add(row);
                }
            }
            return table(query.schema(), rows);
        }
    }

    private QueryContext context() {
        return QueryContext.at(store.now(), DATABASE);
    }

    private static String table(Schema schema, List<List<Object>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(schema.columns().stream()
                .map(column -> column.name() + ":" + column.type().keyword())
                .collect(Collectors.joining(",")));
        for (List<Object> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : ",").append(text(schema.columns().get(i), row.get(i)));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static String text(Column column, Object value) {
        if (value == null) {
            return "null";
        }
        String text = column.type() == KqlType.DATETIME ? DatetimeText.of((long) value) : value.toString();
        return text.replace("\r\n", "\\r\\n");
    }

    private String named(String answer) {
        Matcher guid = GUID.matcher(RANDOM.matcher(answer).replaceAll("random"));
        return guid.replaceAll(found -> found.group().equals(new UUID(0, 0).toString())
                ? "no-guid"
                : guids.computeIfAbsent(found.group(), any -> "guid-" + (guids.size() + 1)));
    }

    @Override
    public void close() {
        commands.close();
        store.close();
    }
}
