package io.adxflow.cli;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.job.model.AdxConnection;
import io.adxflow.job.model.Environment;
import io.adxflow.run.model.SparkHost;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The emulator of an environment that asks for one: started in this process when none answers, and stopped with it. */
final class LocalAdx {
    private static final int CONNECT_MILLIS = 500;

    private final Wiring wiring;
    private final Terminal terminal;

    LocalAdx(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    /** Does something while the ADX of an environment is there, as far as that is ours to care for. */
    <T> T during(Environment environment, Supplier<T> work) {
        AdxConnection adx = environment.adx();
        if (!adx.isEmulator() || answers(adx.cluster())) {
            return work.get();
        }
        EmulatorFile file = new EmulatorFile(wiring);
        file.read().filter(running -> answers(running.uri())).ifPresent(running -> {
            throw CliProblem.EMULATOR_ELSEWHERE
                    .with(environment.name(), adx.cluster(), running.uri())
                    .withHint("adxflow emulator stop, or write that address into the environment")
                    .toException();
        });
        try (RunningEmulator emulator = start(adx, data(file))) {
            new Sample(terminal).loadOnce(emulator.uri(), adx.database());
            return work.get();
        }
    }

    /** Whether something listens at an address. */
    static boolean answers(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** What was acknowledged before an emulator was killed is there again. */
    private Path data(EmulatorFile file) {
        Optional<Path> orphaned = file.data();
        orphaned.ifPresent(
                data -> terminal.say("the emulator of this folder was killed; its data is read from " + data));
        return orphaned.orElseGet(() -> wiring.stateDirectory().resolve("emulator"));
    }

    private RunningEmulator start(AdxConnection adx, Path data) {
        if (wiring.host() == SparkHost.CLUSTER) {
            throw new RemoteException(
                    "no emulator answers at " + adx.cluster()
                            + "\n    hint: start one on this machine with: adxflow emulator start",
                    true,
                    0,
                    "",
                    null);
        }
        return RunningEmulator.start(new EmulatorPlace(
                data,
                adx.cluster().getHost(),
                adx.cluster().getPort(),
                adx.database(),
                true,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                List.of()));
    }
}
