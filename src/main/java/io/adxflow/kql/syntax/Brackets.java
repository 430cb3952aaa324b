package io.adxflow.kql.syntax;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Which bracket closes which, and how many are open at each token. An opening one without a partner is let go. */
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final int[] partners;
    private final int[] depths;
    private final int[] openOfKind = new int[OPENING.length()];

    Brackets(List<Token> tokens) {
        partners = new int[tokens.size()];
        depths = new int[tokens.size()];
        Arrays.fill(partners, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (indexIn(CLOSING, tokens.get(i)) >= 0) {
                close(tokens, open, i);
            }
            depths[i] = open.size();
            int kind = indexIn(OPENING, tokens.get(i));
            if (kind >= 0) {
                open.push(i);
                openOfKind[kind]++;
            }
        }
    }

    /** The index of the bracket that closes the one at an index, or -1. */
    int partner(int index) {
        return partners[index];
    }

    /** How many brackets are open around a token. */
    int depth(int index) {
        return depths[index];
    }

    private void close(List<Token> tokens, Deque<Integer> open, int index) {
        int kind = indexIn(CLOSING, tokens.get(index));
        boolean hasPartner = openOfKind[kind] > 0;
        while (hasPartner) {
            int opening = open.pop();
            int kindOfOpening = indexIn(OPENING, tokens.get(opening));
            openOfKind[kindOfOpening]--;
            if (kindOfOpening == kind) {
                partners[opening] = index;
                return;
            }
        }
    }

    private static int indexIn(String brackets, Token token) {
        return token.kind() == Token.Kind.SYMBOL && token.text().length() == 1 ? brackets.indexOf(token.text()) : -1;
    }
}
