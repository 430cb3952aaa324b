package io.adxflow.base.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The candidate with the fewest edits from the word, when there are few enough to be a slip. */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        int limit = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(word))
                .filter(candidate -> distance(fold(word), fold(candidate)) <= limit)
                .min(Comparator.comparingInt((String candidate) -> distance(fold(word), fold(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "did you mean 'x'?", or the list of what there is. */
    public static String hint(String word, String what, Collection<String> candidates) {
        return closest(word, candidates)
                .map(found -> "did you mean '" + found + "'?")
                .orElseGet(() -> what + ": " + (candidates.isEmpty() ? "none" : String.join(", ", candidates)));
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
