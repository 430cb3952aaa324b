package io.adxflow.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs an emulator until it is stopped. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Start the emulator, and keep it until Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  adxflow emulator start",
            "  adxflow emulator start --detach --port 8642 --database Telemetry",
            "  adxflow emulator start --tls",
            "  adxflow emulator start --storage UseDevelopmentStorage=true"
        })
final class EmulatorStartCommand extends BaseCommand {
    static final String STORAGE = "ADXFLOW_STORAGE";

    private final Wiring wiring;

    @Option(names = "--port", defaultValue = "8642", description = "0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "What to listen on. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(names = "--dir", paramLabel = "FOLDER", description = "Holds the data. Default: .adxflow/emulator.")
    private Path directory;

    @Option(names = "--database", defaultValue = "NetDefaultDB", description = "A database that is to exist.")
    private String database;

    @Option(
            names = "--tls",
            description = "Answer over https too, under the name of an ADX cluster, and print the flags with which an"
                    + " unmodified client finds it.")
    private boolean tls;

    @Option(
            names = "--tls-port",
            defaultValue = "8643",
            description = "The port of https; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int tlsPort;

    @Option(
            names = "--require-token",
            paramLabel = "FILE",
            description =
                    "Refuse requests without a token of this file, and what its roles do not allow. In each line: a"
                            + " token, its principal, and roles of admins, users, viewers, ingestors, monitors. No sample is loaded.")
    private Path tokens;

    @Option(
            names = "--storage",
            paramLabel = "CONNECTION",
            description = "The connection string of a storage account, for example of Azurite, that clients upload to."
                    + " Default: the variable ADXFLOW_STORAGE, which other users of the machine do not see, or else the"
                    + " storage of the emulator itself.")
    private String storage;

    @Option(
            names = "--ingest-from",
            paramLabel = "PLACE",
            split = ",",
            description = "A host, such as *.blob.core.windows.net, or an absolute folder that data may be ingested"
                    + " from, beside this machine's own addresses.")
    private List<String> sources = List.of();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = ByteSize.class,
            description = "What all queries together may use, such as 2GB or 512MB; a query that needs more is refused."
                    + " Default: half of the machine.")
    private Long memory;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            split = ",",
            description = "The origin of a web page, such as https://dataexplorer.azure.com, that may use the emulator"
                    + " beside those of this machine.")
    private List<String> origins = List.of();

    @Option(names = "--detach", description = "Return when it listens, and leave it running.")
    private boolean detach;

    @Option(names = "--no-sample", description = "Leave out the sample table AtlanticStorms.")
    private boolean noSample;

    EmulatorStartCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Optional<EmulatorFile.Entry> running = new EmulatorFile(wiring).read();
        if (running.isPresent()) {
            terminal()
                    .fail("an emulator is running at " + running.get().uri()
                            + "\n    hint: adxflow emulator stop, or start another one from another folder");
            return ExitCode.RUN_FAILED;
        }
        return detach ? detached() : foreground();
    }

    private ExitCode detached() {
        EmulatorFile.Entry entry = new DetachedEmulator(wiring, place()).start();
        terminal().out().println(entry.uri());
        if (tls) {
            terminal()
                    .say("how clients come over https is in "
                            + wiring.stateDirectory().resolve("emulator.log"));
        }
        return ExitCode.OK;
    }

    /** A signal that stops it leaves time to close the data, and to take the note away. */
    private ExitCode foreground() {
        CountDownLatch stopped = new CountDownLatch(1);
        return new StopSignal(stopped::countDown, terminal()).during(() -> serve(stopped));
    }

    private ExitCode serve(CountDownLatch stopped) {
        EmulatorPlace place = place();
        try (RunningEmulator emulator = RunningEmulator.start(place)) {
            if (!noSample && tokens == null) {
                new Sample(terminal()).loadOnce(emulator.uri(), database);
            }
            EmulatorFile file = new EmulatorFile(wiring);
            file.write(emulator.uri(), place.directory());
            terminal().out().println(emulator.uri());
            emulator.tlsLines().forEach(terminal().out()::println);
            terminal().out().flush();
            waitFor(stopped);
            file.remove();
        }
        return ExitCode.OK;
    }

    private static void waitFor(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException alsoStops) {
            Thread.currentThread().interrupt();
        }
    }

    private EmulatorPlace place() {
        Path data = directory == null
                ? wiring.stateDirectory().resolve("emulator")
                : wiring.directory().resolve(directory);
        return new EmulatorPlace(
                data,
                host,
                port,
                database,
                !noSample,
                tls ? OptionalInt.of(tlsPort) : OptionalInt.empty(),
                Optional.ofNullable(tokens).map(wiring.directory()::resolve),
                Optional.ofNullable(storage)
                        .or(() -> Optional.ofNullable(wiring.environment().get(STORAGE))),
                sources,
                memory == null ? OptionalLong.empty() : OptionalLong.of(memory),
                origins);
    }
}
