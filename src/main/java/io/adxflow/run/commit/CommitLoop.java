package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxOperations;
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
    /** A refusal may be a conflict with a merge in the target, which passes within seconds. */
    private static final int REFUSALS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final AdxPort port;
    private final AdxOperations operations;
    private final Evidence evidence;

    CommitLoop(AdxPort port) {
        this.port = port;
        this.operations = AdxOperations.over(port::command, port::pause);
        this.evidence = new Evidence(port);
    }

    CommitAnswer commit(CommitMode mode, VerifiedTable verified) {
        String command = CommitCommands.of(mode, verified);
        Ending ending = send(command);
        Optional<Verdict> verdict = look(verified);
        Duration pause = FIRST_PAUSE;
        int refusals = ending.isRefusal() ? 1 : 0;
        for (int i = 1; i < ATTEMPTS && refusals < REFUSALS && !isSettled(verdict); i++) {
            port.pause(pause);
            pause = longer(pause);
            ending = send(command);
            refusals += ending.isRefusal() ? 1 : 0;
            verdict = look(verified);
        }
        String said = ending.failure().orElse("");
        return verdict.map(seen -> CommitAnswer.of(seen, mode, said)).orElse(CommitAnswer.unreachable(said));
    }

    private Ending send(String command) {
        try {
            return Ending.of(operations.await(port.command(command), AdxOperations.LONGEST));
        } catch (UserException refusal) {
            return Ending.refused(refusal.getMessage());
        } catch (RemoteException failure) {
            return failure.isRetryable() ? Ending.unknown(failure.getMessage()) : Ending.refused(failure.getMessage());
        }
    }

    private static boolean isSettled(Optional<Verdict> verdict) {
        return verdict.isPresent() && verdict.get() != Verdict.STAGED;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Empty when ADX does not answer now; the loop asks again. */
    private Optional<Verdict> look(VerifiedTable verified) {
        try {
            return Optional.of(evidence.of(verified));
        } catch (RemoteException noAnswer) {
            return Optional.empty();
        }
    }
}
