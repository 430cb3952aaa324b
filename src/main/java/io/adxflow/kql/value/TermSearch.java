package io.adxflow.kql.value;

import java.util.List;
import java.util.function.BiPredicate;

/** Terms are maximal runs of letters and digits; a search that holds other characters must occur between term borders. */
public final class TermSearch {
    private static final Memo<String, List<?>> ARRAYS = new Memo<>(TermSearch::array);

    private TermSearch() {}

    public static boolean has(String text, String term) {
        return occurs(text, term, true, true);
    }

    public static boolean hasPrefix(String text, String term) {
        return occurs(text, term, true, false);
    }

    public static boolean hasSuffix(String text, String term) {
        return occurs(text, term, false, true);
    }

    public static boolean hasAny(String text, String terms) {
        return ARRAYS.of(terms).stream().anyMatch(term -> has(text, term(term)));
    }

    public static boolean hasAll(String text, String terms) {
        return ARRAYS.of(terms).stream().allMatch(term -> has(text, term(term)));
    }

    /** The index of the first term that the text has, or -1. */
    public static long firstOf(String text, String terms) {
        List<?> all = ARRAYS.of(terms);
        for (int i = 0; i < all.size(); i++) {
            if (has(text, term(all.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a value, as JSON, is an element of an array. */
    public static boolean in(String value, String array) {
        Object wanted = Json.read(value);
        BiPredicate<Object, Object> same = (a, b) ->
                a instanceof Number x && b instanceof Number y ? x.doubleValue() == y.doubleValue() : a.equals(b);
        return ARRAYS.of(array).stream().anyMatch(element -> element != null && same.test(element, wanted));
    }

    private static boolean occurs(String text, String term, boolean startsTerm, boolean endsTerm) {
        if (term.isEmpty()) {
            return true;
        }
        for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
            int end = at + term.length();
            boolean isStart = !startsTerm || at == 0 || !isInTerm(text, at);
            boolean isEnd = !endsTerm || end == text.length() || !isInTerm(text, end);
            if (isStart && isEnd) {
                return true;
            }
        }
        return false;
    }

    /** Whether a place is inside of a term, so that no term starts or ends there. */
    private static boolean isInTerm(String text, int at) {
        return Character.isLetterOrDigit(text.codePointBefore(at)) && Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static String term(Object element) {
        return element instanceof String text ? text : JsonText.of(element);
    }

    private static List<?> array(String json) {
        Object value = Json.read(json);
        return value instanceof List<?> list
                ? list.stream().filter(element -> element != null).toList()
                : List.of(value);
    }
}
