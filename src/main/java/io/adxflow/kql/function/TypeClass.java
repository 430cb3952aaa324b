package io.adxflow.kql.function;

import io.adxflow.kql.language.KqlType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a parameter accepts. The word of a class, as written in a signature, is its name in lower case. */
public enum TypeClass {
    BOOL(KqlType.BOOL),
    INT(KqlType.INT),
    LONG(KqlType.LONG),
    REAL(KqlType.REAL),
    DECIMAL(KqlType.DECIMAL),
    STRING(KqlType.STRING),
    DATETIME(KqlType.DATETIME),
    TIMESPAN(KqlType.TIMESPAN),
    GUID(KqlType.GUID),
    DYNAMIC(KqlType.DYNAMIC),
    /** int or long, as it is. */
    INTEGER(KqlType.INT, KqlType.LONG),
    /** Any number, as it is. */
    NUMBER(KqlType.INT, KqlType.LONG, KqlType.REAL, KqlType.DECIMAL),
    /** Anything but dynamic, as it is. */
    SCALAR(EnumSet.complementOf(EnumSet.of(KqlType.DYNAMIC))),
    /** Anything, as it is. */
    ANY(EnumSet.allOf(KqlType.class)),
    /** Anything; all parameters of this class in one call are widened to one type. */
    COMMON(EnumSet.allOf(KqlType.class)),
    /** Anything; all parameters of this class in one call have one type, where an int counts as a long. */
    SAME(EnumSet.allOf(KqlType.class)),
    /** Any number; all parameters of this class in one call are widened to one type. */
    COMMON_NUMBER(KqlType.INT, KqlType.LONG, KqlType.REAL, KqlType.DECIMAL),
    /** Anything, turned into a string as {@code tostring()} does. */
    TEXT(EnumSet.allOf(KqlType.class)),
    /** Anything, turned into a dynamic value that holds it; a string is not parsed. */
    VALUE(EnumSet.allOf(KqlType.class)),
    /** Anything but dynamic, turned into a dynamic value that holds it. */
    SCALAR_VALUE(EnumSet.complementOf(EnumSet.of(KqlType.DYNAMIC))),
    /** A type literal such as {@code typeof(long)}; its type counts as the type of the argument, its SQL is never used. */
    TYPE(EnumSet.allOf(KqlType.class));

    private final Set<KqlType> types;

    TypeClass(KqlType first, KqlType... more) {
        this(EnumSet.of(first, more));
    }

    TypeClass(Set<KqlType> types) {
        this.types = types;
    }

    /** Whether an argument of this type fits without any conversion that the class itself does not name. */
    public boolean accepts(KqlType type) {
        return types.contains(type);
    }

    /** The one type that is accepted, where it is one. */
    public Optional<KqlType> exact() {
        return types.size() == 1 ? Optional.of(types.iterator().next()) : Optional.empty();
    }

    /** Whether the arguments of all such parameters in one call must have one type. */
    public boolean isCommon() {
        return this == COMMON || this == COMMON_NUMBER || this == SAME;
    }

    /** As written in a signature, for example {@code common-number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
