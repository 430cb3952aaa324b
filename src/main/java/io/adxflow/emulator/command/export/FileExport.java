package io.adxflow.emulator.command.export;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.WrittenFile;
import io.adxflow.kql.language.CompiledResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes rows to files of a folder that is gone when their use has ended. */
record FileExport(CommandContext context, ExportOptions options) {
    /** What is done with the folder. */
    @FunctionalInterface
    interface Use<R> {
        R with(Path folder) throws IOException;
    }

    <R> R inFolder(Use<R> use) {
        try {
            Path folder = Files.createTempDirectory("adxflow-export");
            try {
                return use.with(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new RemoteException("the rows cannot be written: " + e.getMessage(), false, 507, "", e);
        }
    }

    /** @param folder that is to be made */
    List<WrittenFile> write(Snapshot snapshot, CompiledResult query, Path folder) throws IOException {
        Duration limit = context.request().limit();
        return options.format() == ExportOptions.Format.PARQUET
                ? snapshot.writeParquet(query.schema(), query.sql(), options.parquet(), folder, limit)
                : new TextExport(options, folder).write(snapshot.run(query.schema(), query.sql(), limit));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
