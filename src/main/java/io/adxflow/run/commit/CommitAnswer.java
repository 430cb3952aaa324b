package io.adxflow.run.commit;

import io.adxflow.run.commit.Evidence.Verdict;
import io.adxflow.run.model.Outcome;

/**
 * How a commit ended, by what the tables show.
 *
 * @param detail why it is not committed, for people
 */
public record CommitAnswer(Outcome outcome, String detail) {
    static CommitAnswer committed() {
        return new CommitAnswer(Outcome.COMMITTED, "");
    }

    static CommitAnswer of(Verdict verdict, CommitMode mode, String answer) {
        String said = answer.isEmpty() ? "" : ": " + answer;
        return switch (verdict) {
            case COMMITTED -> committed();
            case STAGED -> new CommitAnswer(Outcome.NOT_COMMITTED, "ADX did not move the rows" + said);
            case TORN -> new CommitAnswer(
                    Outcome.UNKNOWN, "both the target and the staging table show rows of the commit" + said);
            case LOST -> new CommitAnswer(
                    mode == CommitMode.REPLACE ? Outcome.NOT_COMMITTED : Outcome.UNKNOWN,
                    "the staging table was dropped by somebody else" + said);
        };
    }

    static CommitAnswer blocked(String why) {
        return new CommitAnswer(Outcome.NOT_COMMITTED, why);
    }

    static CommitAnswer unreachable(String said) {
        return new CommitAnswer(Outcome.UNKNOWN, "ADX does not answer: " + said);
    }
}
