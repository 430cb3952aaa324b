package io.adxflow.cli;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.job.model.Environment;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.QueryContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a query or a control command to the cluster of an environment. */
@Command(
        name = "kql",
        mixinStandardHelpOptions = true,
        description = "Run a KQL query, or a control command, on the cluster of an environment.",
        footer = {
            "",
            "Examples:",
            "  adxflow kql 'AtlanticStorms | summarize count() by Status'",
            "  adxflow kql query.kql --format csv > rows.csv",
            "  adxflow kql '.show tables'",
            "  adxflow kql 'AtlanticStorms | take 3' --stage sql"
        })
final class KqlCommand extends BaseCommand {
    private static final long SECONDS_TO_1970 = 62_135_596_800L;
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final int NANOS_PER_TICK = 100;

    private final Wiring wiring;

    @Parameters(paramLabel = "TEXT|FILE", description = "The query, or a file that ends in .kql or .csl.")
    private String query;

    @Mixin
    private EnvironmentOption environment;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "How rows are printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private RowFormat format;

    @Option(
            names = "--stage",
            description = "Show what the emulator's compiler makes of the query instead of running it:"
                    + " ${COMPLETION-CANDIDATES}.")
    private KqlStage stage;

    KqlCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        String text = text();
        Environment loaded = wiring.environments().load(environment.name(), "");
        if (stage == null) {
            AdxResult result = new LocalAdx(wiring, terminal()).during(loaded, () -> answer(loaded, text));
            terminal().out().print(format.write(result));
        } else {
            terminal().out().println(stage.show(new SourceText("query", text), () -> catalog(loaded), context(loaded)));
        }
        return ExitCode.OK;
    }

    private Catalog catalog(Environment loaded) {
        return new ShownCatalog(
                new LocalAdx(wiring, terminal()).during(loaded, () -> answer(loaded, ".show database schema")));
    }

    private QueryContext context(Environment loaded) {
        Instant now = wiring.clock().instant();
        long ticks = (now.getEpochSecond() + SECONDS_TO_1970) * TICKS_PER_SECOND + now.getNano() / NANOS_PER_TICK;
        return QueryContext.at(ticks, loaded.adx().database());
    }

    private AdxResult answer(Environment loaded, String text) {
        try (AdxClient client = wiring.connect(loaded)) {
            String database = loaded.adx().database();
            return text.startsWith(".")
                    ? client.command(database, text)
                    : client.query(database, text, AdxOptions.none());
        }
    }

    private String text() {
        if (!query.matches("(?i).*\\.(kql|csl)")) {
            return query.strip();
        }
        Path file = wiring.directory().resolve(query);
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw CliProblem.unreadable(query, unreadable);
        }
    }
}
