package io.adxflow.run.commit;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.run.commit.Evidence.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends the commit command until the tables say that it happened. Whatever was answered, or not, the tables are asked;
 * sending again is safe because the commands are guarded.
 */
final class CommitLoop {
    private static final int ATTEMPTS = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final AdxPort port;
    private final Operations operations;
    private final Evidence evidence;

    CommitLoop(AdxPort port) {
        this.port = port;
        this.operations = new Operations(port);
        this.evidence = new Evidence(port);
    }

    CommitAnswer commit(CommitMode mode, VerifiedTable verified) {
        String command = CommitCommands.of(mode, verified);
        Attempt attempt = new Attempt(Optional.of("the command was not sent"), false);
        Duration pause = FIRST_PAUSE;
        for (int i = 0; i < ATTEMPTS; i++) {
            attempt = send(command);
            Optional<Verdict> verdict = look(verified);
            if (verdict.isPresent() && (verdict.get() != Verdict.STAGED || attempt.refused())) {
                return CommitAnswer.of(verdict.get(), mode, attempt.failure());
            }
            port.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return look(verified)
                .map(verdict -> CommitAnswer.of(verdict, mode, Optional.of("gave up after " + ATTEMPTS + " attempts")))
                .orElse(CommitAnswer.unreachable(attempt.failure().orElse("")));
    }

    private Attempt send(String command) {
        try {
            return new Attempt(operations.run(command), false);
        } catch (UserException refusal) {
            return new Attempt(Optional.of(refusal.getMessage()), true);
        } catch (RemoteException failure) {
            return new Attempt(Optional.of(failure.getMessage()), false);
        }
    }

    /** Empty when ADX does not answer now; the loop asks again. */
    private Optional<Verdict> look(VerifiedTable verified) {
        try {
            return Optional.of(evidence.of(verified));
        } catch (RemoteException noAnswer) {
            return Optional.empty();
        }
    }

    /** @param refused whether sending the same again is of no use */
    private record Attempt(Optional<String> failure, boolean refused) {}
}
