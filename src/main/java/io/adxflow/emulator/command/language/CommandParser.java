package io.adxflow.emulator.command.language;

import static io.adxflow.emulator.command.language.CommandProblem.MISSING_COMMAND;
import static io.adxflow.emulator.command.language.CommandProblem.UNKNOWN_COMMAND;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the text of a request into a command.
 *
 * @param forms all commands; where one form begins with another, the longer one stands first
 * @param missing the words that other commands of the service begin with
 */
public record CommandParser(List<CommandForm> forms, List<String> missing) {
    public Command parse(String text) {
        return read(new CommandReader(text));
    }

    /** Reads one command up to the end of the reader's text, with the query that its answer is piped into. */
    Command read(CommandReader reader) {
        Command command = head(reader);
        if (command instanceof ShowCommand show) {
            if (reader.takeSymbol("|")) {
                return new PipedCommand(show, reader.rest(), true);
            }
            if (reader.takeSymbol(";") && !reader.isAtEnd()) {
                return new PipedCommand(show, reader.rest(), false);
            }
        }
        reader.expectEnd();
        return command;
    }

    /** What the service calls a command, or an empty text when there is no such command. */
    public String kind(String text) {
        return CommandKind.of(words(text));
    }

    private String words(String text) {
        return forms.stream()
                .map(CommandForm::words)
                .filter(words -> new CommandReader(text).take(words))
                .findFirst()
                .orElse("");
    }

    private Command head(CommandReader reader) {
        int start = reader.position();
        for (CommandForm form : forms) {
            if (reader.take(form.words())) {
                requireKnown(reader.at(start), length(form.words()));
                reader.take(form.words());
                return form.rest().apply(reader);
            }
        }
        requireKnown(reader, 0);
        throw unknown(reader);
    }

    /** A command that the emulator does not have is no other one that begins with fewer of its words. */
    private void requireKnown(CommandReader reader, int words) {
        int start = reader.position();
        missing.stream()
                .filter(other -> length(other) > words && reader.take(other))
                .findFirst()
                .ifPresent(other -> {
                    throw MISSING_COMMAND
                            .at(new Span(start, reader.lastEnd()), other)
                            .in(reader.source())
                            .toException();
                });
    }

    private static int length(String words) {
        return words.split(" ").length;
    }

    /** The hint compares as many words as a command has. */
    private UserException unknown(CommandReader reader) {
        int start = reader.position();
        List<String> words = new ArrayList<>();
        int end = start;
        while (words.size() < 3 && !reader.peekWord().isEmpty()) {
            String word = reader.peekWord();
            end = reader.position() + word.length();
            words.add(word);
            reader.take(word);
        }
        String written = words.isEmpty() ? "." : reader.source().text().substring(start, end);
        List<String> known = forms.stream().map(CommandForm::words).toList();
        String hint = closest(words, known);
        return UNKNOWN_COMMAND
                .at(new Span(start, Math.max(end, start + 1)), written)
                .withHint(hint)
                .in(reader.source())
                .toException();
    }

    private static String closest(List<String> words, List<String> known) {
        for (int count = words.size(); count > 0; count--) {
            String head = String.join(" ", words.subList(0, count));
            Optional<String> found = Suggestion.closest(head, known);
            if (found.isPresent()) {
                return "did you mean '" + found.get() + "'?";
            }
        }
        String verb = words.isEmpty() ? "" : words.get(0);
        List<String> sameVerb =
                known.stream().filter(form -> form.startsWith(verb + " ")).toList();
        List<String> verbs =
                known.stream().map(form -> form.split(" ")[0]).distinct().toList();
        return "commands: " + String.join(", ", verb.isEmpty() || sameVerb.isEmpty() ? verbs : sameVerb);
    }
}
