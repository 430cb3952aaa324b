package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A text taken apart.
 *
 * @param words what stands between separators
 * @param gaps the separators before each word, and behind the last one
 * @param areGapsKept whether a pattern shows the separators beside a word that is left open
 */
record Words(String text, List<String> words, List<String> gaps, boolean areGapsKept) {
    static Words of(String text, String separators) {
        List<String> words = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        int at = 0;
        while (true) {
            int word = at;
            while (word < text.length() && isSeparator(text.charAt(word), separators)) {
                word++;
            }
            gaps.add(text.substring(at, word));
            if (word == text.length()) {
                return new Words(text, words, gaps, separators.isEmpty());
            }
            at = word;
            while (at < text.length() && !isSeparator(text.charAt(at), separators)) {
                at++;
            }
            words.add(text.substring(word, at));
        }
    }

    private static boolean isSeparator(char c, String separators) {
        boolean isAlphanumeric = c < 128 && Character.isLetterOrDigit(c);
        return separators.isEmpty() ? !isAlphanumeric : separators.indexOf(c) >= 0;
    }

    /** The text with a star for each word that is not fixed. */
    String pattern(boolean[] isFixed) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i <= words.size(); i++) {
            boolean isOpenBefore = i > 0 && !isFixed[i - 1];
            boolean isOpenBehind = i < words.size() && !isFixed[i];
            if (areGapsKept || !isOpenBefore && !isOpenBehind) {
                pattern.append(gaps.get(i));
            }
            if (i < words.size()) {
                pattern.append(isFixed[i] ? words.get(i) : "*");
            }
        }
        return pattern.toString();
    }
}
