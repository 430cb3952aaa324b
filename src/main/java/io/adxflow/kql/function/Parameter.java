package io.adxflow.kql.function;

import java.util.List;
import java.util.Optional;

/**
 * One parameter of a function.
 *
 * @param presence whether it may be left out or repeated; repeated parameters stand together and repeat as a group
 * @param isConstant whether the argument must be known before the query runs
 * @param choices the texts that are allowed, when only some are; compared without regard to case
 * @param absent the SQL that stands for an optional argument that is left out
 */
public record Parameter(
        String name,
        TypeClass type,
        Presence presence,
        boolean isConstant,
        List<String> choices,
        Optional<String> absent) {
    /** How often a parameter appears in a call. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        /** Once or more. */
        REPEATED
    }

    public Parameter {
        choices = List.copyOf(choices);
        if (presence == Presence.OPTIONAL && absent.isEmpty()) {
            throw new IllegalArgumentException("optional parameter '" + name + "' needs a value for its absence");
        }
    }

    /** For people: name and type, in brackets when it may be left out, with … when it may be repeated. */
    public String text() {
        String text = name + ": " + (choices.isEmpty() ? type.word() : String.join("|", choices));
        return switch (presence) {
            case REQUIRED -> text;
            case OPTIONAL -> "[" + text + "]";
            case REPEATED -> text + "…";
        };
    }

    public boolean isRepeated() {
        return presence == Presence.REPEATED;
    }
}
