package io.adxflow.cli;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.util.concurrent.Callable;

/** A command turns its options into a value, calls, prints, and says how it went. Failures are shown here, once. */
abstract class BaseCommand implements Callable<Integer> {
    private final Terminal terminal;

    BaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    abstract ExitCode execute();

    final Terminal terminal() {
        return terminal;
    }

    @Override
    public final Integer call() {
        try {
            return execute().number();
        } catch (UserException mistake) {
            terminal.fail(mistake.getMessage());
            return ExitCode.BAD_INPUT.number();
        } catch (RemoteException failure) {
            terminal.fail(failure.getMessage());
            return ExitCode.RUN_FAILED.number();
        }
    }
}
