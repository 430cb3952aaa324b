package io.adxflow.job.spark;

import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Remembers the first token that the grammar did not expect; later ones mostly follow from it. */
final class FirstMistake extends BaseErrorListener {
    private Token token;

    Optional<Token> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offendingSymbol,
            int line,
            int column,
            String message,
            RecognitionException cause) {
        if (token == null && offendingSymbol instanceof Token offending) {
            token = cause instanceof NoViableAltException stuck ? stuck.getOffendingToken() : offending;
        }
    }
}
