package io.adxflow.cli;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.job.model.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a file into a table of the emulator. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Load a CSV, JSON or Parquet file into a table that exists.",
        footer = {
            "",
            "Examples:",
            "  adxflow kql '.create table Cities (Name:string, Lat:real, Lon:real)'",
            "  adxflow emulator load cities.csv Cities --header"
        })
final class EmulatorLoadCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(index = "0", paramLabel = "FILE", description = "May be packed with gzip.")
    private Path file;

    @Parameters(index = "1", paramLabel = "TABLE")
    private String table;

    @Option(names = "--header", description = "The first line of the CSV holds titles.")
    private boolean header;

    @Mixin
    private EnvironmentOption environment;

    EmulatorLoadCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Environment loaded = wiring.environments().load(environment.name(), "");
        if (!loaded.adx().isEmulator()) {
            throw CliProblem.NOT_AN_EMULATOR.with(environment.name()).toException();
        }
        Path source = readable(wiring.directory().resolve(file));
        String format = format();
        long rows = new LocalAdx(wiring, terminal()).during(loaded, () -> {
            try (AdxClient client = wiring.connect(loaded)) {
                return new TableUpload(client).send(table, source, format, header);
            }
        });
        terminal().say(String.format("loaded %,d rows into %s", rows, table));
        return ExitCode.OK;
    }

    private String format() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "csv";
            case "json", "jsonl" -> "multijson";
            case "parquet" -> "parquet";
            default -> throw CliProblem.UNKNOWN_FORMAT.with(file).toException();
        };
    }

    private Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw CliProblem.UNREADABLE_FILE
                    .with(file, Files.exists(path) ? "not a readable file" : "there is none")
                    .toException();
        }
        return path;
    }
}
