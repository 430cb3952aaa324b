package io.adxflow.emulator.command.language;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What the service calls a command: its object, then its verb, {@code .create table} is {@code TableCreate}. */
final class CommandKind {
    private static final Map<String, String> NAMED = Map.of(
            ".set", "TableSet",
            ".append", "TableAppend",
            ".set-or-append", "TableSetOrAppend",
            ".set-or-replace", "TableSetOrReplace",
            ".ingest", "DataIngestPull",
            ".ingest inline into", "DataIngestInline",
            ".export", "DataExportToFile",
            ".move", "ExtentsMove",
            ".replace", "ExtentsReplace",
            ".update", "TableUpdate");

    private CommandKind() {}

    /** Of the words that a command begins with; an empty text when there is no such command. */
    static String of(String words) {
        String verb = words.split(" ")[0];
        return words.isEmpty()
                ? ""
                : NAMED.getOrDefault(words, capitals(words.substring(verb.length())) + capitals(verb));
    }

    private static String capitals(String words) {
        return Arrays.stream(words.split("[ .-]"))
                .filter(word -> !word.isEmpty() && !word.equals("async"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
