package io.adxflow.emulator.command.language;

import static io.adxflow.emulator.command.language.CommandProblem.UNEXPECTED_TEXT;
import static io.adxflow.emulator.command.language.CommandProblem.UNSUPPORTED;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a command from left to right. Keywords match in any letter case, white space and comments are free, names and
 * strings come in all the spellings that clients use.
 */
public final class CommandReader {
    private static final Pattern BLANK = Pattern.compile("(\\s|//[^\\n]*)*");
    private static final Pattern WORD = Pattern.compile("\\.?[A-Za-z_$][A-Za-z0-9_$-]*");
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9_.$-]+|.", Pattern.DOTALL);

    private final SourceText source;
    private final String text;
    private int position;
    private int lastEnd;

    public CommandReader(String text) {
        this(text, 0);
    }

    /** Reads from a place in a text, so that diagnostics point into the whole. */
    public CommandReader(String text, int position) {
        this.source = new SourceText("command", HiddenText.mask(text));
        this.text = text;
        this.position = position;
        skip();
    }

    /** For diagnostics: without the secrets of the text. */
    public SourceText source() {
        return source;
    }

    /** The offset of the next text that is neither blank nor a comment. */
    public int position() {
        return position;
    }

    public boolean isAtEnd() {
        return position >= text.length();
    }

    public Span here() {
        return new Span(position, Math.min(text.length(), position + shown().length()));
    }

    /** The next word as a keyword, in lower case, or an empty text. */
    public String peekWord() {
        Matcher word = at(WORD);
        return word.lookingAt() ? word.group().toLowerCase(Locale.ROOT) : "";
    }

    /** Takes words if all of them follow, one after the other. */
    public boolean take(String words) {
        int start = position;
        for (String word : words.split(" ")) {
            if (!takeOne(word)) {
                position = start;
                return false;
            }
        }
        return true;
    }

    /** Whether a word stands anywhere in what is left. */
    public boolean isAhead(String word) {
        return Pattern.compile("(?i)\\b" + word + "\\b")
                .matcher(text)
                .region(position, text.length())
                .find();
    }

    /** Takes a symbol that need not be followed by a blank. */
    public boolean takeSymbol(String symbol) {
        if (!text.startsWith(symbol, position)) {
            return false;
        }
        advance(symbol.length());
        return true;
    }

    public boolean isAtSymbol(String symbol) {
        return text.startsWith(symbol, position);
    }

    public void expect(String words) {
        if (!take(words)) {
            throw unexpected("'" + words + "'");
        }
    }

    public void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    void expectEnd() {
        takeSymbol(";");
        if (!isAtEnd()) {
            throw unexpected("the end of the command");
        }
    }

    public UserException unexpected(String expected) {
        String found = isAtEnd() ? "the end" : "'" + shown() + "'";
        return UNEXPECTED_TEXT.at(here(), expected, found).in(source).toException();
    }

    public UserException unsupported(String what) {
        return UNSUPPORTED.at(here(), what).in(source).toException();
    }

    public UUID guid() {
        boolean isQuoted = StringLiterals.startsAt(text, position);
        String value = isQuoted ? string() : "";
        Matcher guid = isQuoted ? GUID.matcher(value) : at(GUID);
        if (isQuoted ? !guid.matches() : !guid.lookingAt()) {
            throw unexpected("a guid");
        }
        if (!isQuoted) {
            advance(guid.end() - position);
        }
        return UUID.fromString(guid.group());
    }

    public boolean isAtGuid() {
        return at(GUID).lookingAt();
    }

    public boolean isAtString() {
        return StringLiterals.startsAt(text, position);
    }

    /** One string, or several side by side. */
    public String string() {
        if (!isAtString()) {
            throw unexpected("a string");
        }
        StringBuilder value = new StringBuilder();
        while (isAtString()) {
            StringLiterals literal = new StringLiterals(text, position);
            if (literal.end() < 0) {
                throw unexpected("a string that ends");
            }
            value.append(literal.value());
            advance(literal.end() - position);
        }
        return value.toString();
    }

    public Name name() {
        int start = position;
        Names names = new Names(text, position);
        if (names.end() < 0) {
            throw unexpected("a name");
        }
        advance(names.end() - position);
        return new Name(names.value(), new Span(start, names.end()));
    }

    /** {@code ( item, item )}; a comma before the closing bracket is tolerated. */
    public <T> List<T> list(Supplier<T> item) {
        expectSymbol("(");
        List<T> items = new ArrayList<>();
        while (!takeSymbol(")")) {
            items.add(item.get());
            if (!takeSymbol(",")) {
                expectSymbol(")");
                break;
            }
        }
        return items;
    }

    /** Characters up to one of these, outside of brackets and strings. */
    public String raw(String stops) {
        return until(stops, next -> next);
    }

    private String until(String stops, IntUnaryOperator step) {
        int start = position;
        int depth = 0;
        while (!isAtEnd() && (depth > 0 || stops.indexOf(text.charAt(position)) < 0)) {
            char next = text.charAt(position);
            depth += next == '(' || next == '{' || next == '[' ? 1 : next == ')' || next == '}' || next == ']' ? -1 : 0;
            StringLiterals literal = isAtString() ? new StringLiterals(text, position) : null;
            position = literal != null && literal.end() > 0 ? literal.end() : step.applyAsInt(position + 1);
        }
        String found = text.substring(start, position);
        skip();
        return found.strip();
    }

    /** The next place, which a line comment that begins before it puts off to the end of the line. */
    private int afterComment(int next) {
        if (!text.startsWith("//", next - 1)) {
            return next;
        }
        int end = text.indexOf('\n', next);
        return end < 0 ? text.length() : end;
    }

    /** The same text from another place. */
    public CommandReader at(int place) {
        position = place;
        return this;
    }

    /** What is left, as it stands; the reader is then at the end. */
    public QueryText rest() {
        QueryText rest = new QueryText(text, source, position, text.length());
        position = text.length();
        return rest;
    }

    /** What is left after a symbol, blanks and comments included. */
    public String dataAfter(String symbol) {
        if (!isAtSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
        String data = text.substring(position + symbol.length());
        position = text.length();
        return data;
    }

    /** The text between braces, which the reader passes. */
    public QueryText braced() {
        expectSymbol("{");
        int start = position;
        until("}", this::afterComment);
        QueryText query = new QueryText(text, source, start, position);
        expectSymbol("}");
        return query;
    }

    /** The text from one bracket to its partner, both included. */
    public QueryText enclosed(String opening, String closing) {
        int start = position;
        expectSymbol(opening);
        until(closing, this::afterComment);
        if (!isAtSymbol(closing)) {
            throw unexpected("'" + closing + "'");
        }
        int end = position + 1;
        expectSymbol(closing);
        return new QueryText(text, source, start, end);
    }

    /** Where the last word ended that was taken. */
    int lastEnd() {
        return lastEnd;
    }

    private boolean takeOne(String word) {
        Matcher next = at(WORD);
        if (!next.lookingAt() || !next.group().equalsIgnoreCase(word)) {
            return false;
        }
        lastEnd = next.end();
        advance(word.length());
        return true;
    }

    private String shown() {
        Matcher shown = at(SHOWN);
        return shown.lookingAt() ? shown.group() : "";
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(position, text.length());
    }

    private void advance(int characters) {
        position += characters;
        skip();
    }

    private void skip() {
        Matcher blank = at(BLANK);
        if (blank.lookingAt()) {
            position = blank.end();
        }
    }
}
