package io.adxflow.kql.bind.operator;

import io.adxflow.kql.plan.Field;
import io.adxflow.kql.syntax.tree.ReorderedColumns;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The orders that {@code project-reorder} knows for the columns of one pattern. */
final class ColumnOrder {
    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    private ColumnOrder() {}

    static List<Field> sorted(List<Field> fields, ReorderedColumns.Order order) {
        Comparator<Field> plain = Comparator.comparing(Field::name);
        Comparator<Field> granny = (a, b) -> byNumbers(a.name(), b.name());
        return switch (order) {
            case AS_IS -> fields;
            case ASC -> fields.stream().sorted(plain).toList();
            case DESC -> fields.stream().sorted(plain.reversed()).toList();
            case GRANNY_ASC -> fields.stream().sorted(granny).toList();
            case GRANNY_DESC -> fields.stream().sorted(granny.reversed()).toList();
        };
    }

    /** Digits compare as numbers: {@code a20} stands before {@code a100}. */
    private static int byNumbers(String a, String b) {
        Matcher left = PIECE.matcher(a);
        Matcher right = PIECE.matcher(b);
        while (left.find() && right.find()) {
            int order = pieces(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int pieces(String a, String b) {
        boolean areNumbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return areNumbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
