package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_POLICY;
import static io.adxflow.emulator.command.language.CommandProblem.UNFIT_POLICY;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.PolicyKind;

/** Where the text of a policy stands in a command. */
record PolicyPlace(PolicyKind kind, SourceText source, Span span) {
    /** The text is no policy. */
    UserException bad(String why) {
        return BAD_POLICY.at(span, kind.keyword(), why).in(source).toException();
    }

    /** The policy does not go together with what it is set on. */
    UserException unfit(String why, String hint) {
        return UNFIT_POLICY
                .at(span, kind.keyword(), why)
                .withHint(hint)
                .in(source)
                .toException();
    }
}
