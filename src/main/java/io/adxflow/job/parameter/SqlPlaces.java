package io.adxflow.job.parameter;

import io.adxflow.job.model.Parameter;

/** Spark SQL. In code a value becomes a literal of its type; between quotes it is escaped for these quotes. */
final class SqlPlaces implements Places {
    private enum Place {
        CODE,
        LINE_COMMENT,
        BLOCK_COMMENT,
        ESCAPED,
        RAW,
        BACKQUOTED
    }

    private final String text;
    private Place place = Place.CODE;
    private char quote;
    private int depth;
    private int next;
    private boolean isBehindBackslash;

    SqlPlaces(String text) {
        this.text = text;
    }

    @Override
    public void readTo(int offset) {
        while (next < offset) {
            next += read(text.charAt(next));
        }
        isBehindBackslash = next > offset;
        next = offset;
    }

    @Override
    public void skipTo(int offset) {
        next = offset;
    }

    private int read(char character) {
        return switch (place) {
            case CODE -> readCode(character);
            case LINE_COMMENT -> text.startsWith("\\\n", next) ? 2 : close(character == '\n');
            case BLOCK_COMMENT -> readBlockComment();
            case ESCAPED -> character == '\\' ? 2 : close(character == quote);
            case RAW -> close(character == quote);
            case BACKQUOTED -> text.startsWith("``", next) ? 2 : close(character == '`');
        };
    }

    private int readCode(char character) {
        if (text.startsWith("--", next)) {
            place = Place.LINE_COMMENT;
            return 2;
        }
        // A hint looks like a comment and is code.
        if (text.startsWith("/*", next) && !text.startsWith("/*+", next)) {
            place = Place.BLOCK_COMMENT;
            depth = 1;
            return 2;
        }
        if (character == '`') {
            place = Place.BACKQUOTED;
        } else if (character == '\'' || character == '"') {
            place = isRaw() ? Place.RAW : Place.ESCAPED;
            quote = character;
        }
        return 1;
    }

    private boolean isRaw() {
        boolean isPrefixed = next > 0 && (text.charAt(next - 1) == 'r' || text.charAt(next - 1) == 'R');
        return isPrefixed && (next < 2 || !Character.isJavaIdentifierPart(text.charAt(next - 2)));
    }

    private int readBlockComment() {
        if (text.startsWith("/*", next)) {
            depth++;
            return 2;
        }
        if (text.startsWith("*/", next)) {
            depth--;
            close(depth == 0);
            return 2;
        }
        return 1;
    }

    private int close(boolean isEnd) {
        place = isEnd ? Place.CODE : place;
        return 1;
    }

    @Override
    public Insertion insert(Parameter parameter, int end) {
        if (isBehindBackslash) {
            return Insertion.refused("a backslash before it would change its first character");
        }
        return switch (place) {
            case CODE -> Touching.isTouching(text, next, end)
                    ? Insertion.refused(Touching.REASON)
                    : Insertion.of(SqlLiteral.of(parameter));
            case LINE_COMMENT, BLOCK_COMMENT -> Insertion.of(Quoting.comment(parameter.value()));
            case ESCAPED -> Insertion.of(Quoting.escaped(parameter.value(), quote));
            case RAW -> Quoting.without(parameter.value(), quote);
            case BACKQUOTED -> Quoting.doubled(parameter.value(), '`');
        };
    }
}
