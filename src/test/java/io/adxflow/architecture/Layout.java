package io.adxflow.architecture;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may use whom, as data. The rules that read it are in {@link ArchitectureTest}. */
final class Layout {
    /** An area and the areas that it may use. */
    static final Map<String, List<String>> AREAS = Map.of(
            "base", List.of(),
            "secret", List.of("base"),
            "kql", List.of("base"),
            "job", List.of("base", "kql", "secret"),
            "adx", List.of("base", "secret", "kql"),
            "databricks", List.of("base", "secret", "job"),
            "run", List.of("base", "secret", "job", "adx", "kql"),
            "emulator", List.of("base", "kql"),
            "cli", List.of("base", "secret", "kql", "job", "adx", "databricks", "run", "emulator"));

    /** A room and the rooms of its own area that it may use. */
    static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("kql.language", List.of()),
            Map.entry("kql.value", List.of("kql.language")),
            Map.entry("kql.function", List.of("kql.language", "kql.value")),
            Map.entry("kql.syntax.tree", List.of("kql.language")),
            Map.entry("kql.syntax", List.of("kql.language")),
            Map.entry("kql.plan", List.of("kql.language", "kql.function")),
            Map.entry("kql.bind.scope", List.of("kql.language", "kql.syntax", "kql.plan")),
            Map.entry("kql.bind.scalar", bindRoom("scope")),
            Map.entry("kql.bind.source", bindRoom("scope", "scalar")),
            Map.entry("kql.bind.operator", bindRoom("scope", "scalar")),
            Map.entry("kql.bind.plugin", bindRoom("scope", "scalar", "operator")),
            Map.entry("kql.bind", bindRoom()),
            Map.entry("kql.sql", List.of("kql.language", "kql.function", "kql.plan")),
            Map.entry("job.model", List.of()),
            Map.entry("job.shape", List.of("job.model")),
            Map.entry("job.parameter", List.of("job.model")),
            Map.entry("job.yaml", List.of("job.model", "job.shape", "job.parameter")),
            Map.entry("job.rule", List.of("job.model")),
            Map.entry("job.spark", List.of("job.model")),
            Map.entry("job.file", List.of("job.model")),
            Map.entry("databricks.deploy", List.of()),
            Map.entry("databricks.workspace", List.of("databricks.deploy")),
            Map.entry("adx.client", List.of()),
            Map.entry("adx.spark", List.of("adx.client")),
            Map.entry("run.model", List.of()),
            Map.entry("run.commit", List.of("run.model")),
            Map.entry("run.quality", List.of("run.model")),
            Map.entry("run.access", List.of("run.model")),
            Map.entry("run.doctor", List.of("run.model", "run.access", "run.commit", "run.connect", "run.spark")),
            Map.entry("run.report", List.of("run.model")),
            Map.entry("run.connect", List.of("run.model", "run.commit")),
            Map.entry("run.spark", List.of("run.model", "run.quality", "run.commit", "run.connect")),
            Map.entry("emulator.store", List.of()),
            Map.entry("emulator.protocol", List.of("emulator.store")),
            Map.entry("emulator.avro", List.of("emulator.store")),
            Map.entry("emulator.orc", List.of("emulator.store")),
            Map.entry("emulator.ingest", List.of("emulator.store", "emulator.avro", "emulator.orc")),
            Map.entry("emulator.external", List.of("emulator.store", "emulator.ingest")),
            Map.entry("emulator.command", List.of("emulator.store", "emulator.ingest", "emulator.external")),
            Map.entry("emulator.command.language", commandRoom()),
            Map.entry("emulator.command.policy", commandRoom("language")),
            Map.entry("emulator.command.table", commandRoom("language", "policy")),
            Map.entry("emulator.command.ingestion", commandRoom("language", "policy", "table")),
            Map.entry("emulator.command.extent", commandRoom("language", "policy", "table", "ingestion")),
            Map.entry("emulator.command.record", commandRoom("language", "policy", "table", "ingestion", "extent")),
            Map.entry("emulator.command.export", commandRoom("language", "ingestion", "external")),
            Map.entry("emulator.command.function", commandRoom("language")),
            Map.entry("emulator.command.result", commandRoom("language")),
            Map.entry("emulator.command.external", commandRoom("language", "table")),
            Map.entry("emulator.command.continuous", commandRoom("language", "external", "export")),
            Map.entry("emulator.command.view", commandRoom("language", "policy", "table")),
            Map.entry("emulator.command.access", commandRoom("language", "function", "view", "external")),
            Map.entry("emulator.command.cluster", commandRoom("language", "table", "function", "view")),
            Map.entry("emulator.yaml", List.of()),
            Map.entry("emulator.duckdb", List.of("emulator.store", "emulator.yaml")),
            Map.entry("emulator.account", List.of("emulator.store")),
            Map.entry("emulator.storage", List.of("emulator.store", "emulator.account")),
            Map.entry("emulator.tls", List.of()),
            Map.entry(
                    "emulator.endpoint",
                    List.of("emulator.protocol", "emulator.command", "emulator.store", "emulator.storage")));

    /** What other areas may see of an area: its door and its vocabulary. The rest are rooms. */
    static final Map<String, List<String>> VISIBLE = Map.of(
            "kql", List.of("io.adxflow.kql", "io.adxflow.kql.language", "io.adxflow.kql.function"),
            "job", List.of("io.adxflow.job", "io.adxflow.job.model"),
            "run", List.of("io.adxflow.run", "io.adxflow.run.model", "io.adxflow.run.report"),
            "adx", List.of("io.adxflow.adx.client", "io.adxflow.adx.spark"),
            "emulator", List.of("io.adxflow.emulator"));

    /** A technology and where its types may be named. */
    static final Map<String, Homes> TECHNOLOGIES = Map.ofEntries(
            Map.entry("org.apache.spark..", Homes.of("..spark..")),
            Map.entry("java.sql..", Homes.of("..duckdb..", "..spark..")),
            Map.entry("org.duckdb..", Homes.of("..duckdb..")),
            Map.entry("org.snakeyaml..", Homes.of("..yaml..")),
            Map.entry(
                    "com.fasterxml.jackson..",
                    Homes.of("..json..")
                            .and("adx.client.FrameReader")
                            .and("adx.client.TablesReader")
                            .and("adx.client.WireRows")),
            Map.entry("io.undertow..", Homes.of("..http..")),
            Map.entry("org.apache.avro..", Homes.of("..avro..")),
            Map.entry("org.apache.orc..", Homes.of("..orc..")),
            Map.entry("java.net.http..", Homes.of("..http..")),
            Map.entry("com.microsoft.azure.kusto..", Homes.of("..adx.client..")),
            Map.entry("com.microsoft.aad..", Homes.of("..secret.entra..")),
            Map.entry("com.databricks..", Homes.of("..databricks..")),
            Map.entry("picocli..", Homes.of("..cli..")));

    /** Packages, and single classes below the root, in which a technology is at home. */
    record Homes(List<String> packages, List<String> classes) {
        static Homes of(String... packages) {
            return new Homes(List.of(packages), List.of());
        }

        Homes and(String type) {
            return new Homes(
                    packages, Stream.concat(classes.stream(), Stream.of(type)).toList());
        }
    }

    private Layout() {}

    /** What a room of the binder may use: rooms of its own kind, and what every binder stands on. */
    private static List<String> bindRoom(String... rooms) {
        return Stream.concat(
                        Stream.of("kql.language", "kql.value", "kql.function", "kql.syntax", "kql.plan"),
                        Stream.of(rooms).map(room -> "kql.bind." + room))
                .toList();
    }

    /** What a room of commands may use: rooms of its own kind, and what every command stands on. */
    private static List<String> commandRoom(String... rooms) {
        return Stream.concat(
                        Stream.of("emulator.store", "emulator.ingest", "emulator.external"),
                        Stream.of(rooms).map(room -> "emulator.command." + room))
                .toList();
    }
}
