package io.adxflow.job.spark;

import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** The grammar is read by recursion, so depth is refused before it can exhaust the stack. */
final class Nesting {
    private Nesting() {}

    static Optional<Token> deeperThan(int limit, CommonTokenStream tokens) {
        int depth = 0;
        int prefixes = 0;
        for (Token token : tokens.getTokens()) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            String text = token.getText();
            depth += text.equals("(") || text.equals("[") || text.equalsIgnoreCase("case") ? 1 : 0;
            depth -= text.equals(")") || text.equals("]") || text.equalsIgnoreCase("end") ? 1 : 0;
            boolean isPrefix = "-+~!<".contains(text) || text.equalsIgnoreCase("not");
            prefixes = isPrefix ? prefixes + 1 : 0;
            if (depth + prefixes > limit) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }
}
