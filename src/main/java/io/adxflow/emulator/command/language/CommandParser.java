package io.adxflow.emulator.command.language;

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
 */
public record CommandParser(List<CommandForm> forms) {
    public Command parse(String text) {
        return read(new CommandReader(text));
    }

    /** Reads one command up to the end of the reader's text, with the query that its answer is piped into. */
    public Command read(CommandReader reader) {
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
        for (CommandForm form : forms) {
            if (reader.take(form.words())) {
                return form.rest().apply(reader);
            }
        }
        throw unknown(reader);
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
