package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.MISSING_KEY;

import io.adxflow.job.model.FileFormat;
import io.adxflow.job.model.FilePlace;
import io.adxflow.job.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what stands behind {@code file:} and {@code format:}, for sources and sinks alike. */
record FileReader(Values values) {
    FilePlace place(Text written) {
        String job = values.findings().file().name();
        return new FilePlace(written.value(), FilePlace.resolve(job, written.value()), written.span());
    }

    /** The format that is asked for, or the one that the extension tells. */
    Optional<FileFormat> format(Fields fields, Text file) {
        Optional<YamlNode> asked = fields.find("format");
        if (asked.isPresent()) {
            return values.word(asked.get(), List.of(FileFormat.values()), FileFormat::word);
        }
        Optional<FileFormat> told = List.of(FileFormat.values()).stream()
                .filter(format -> hasExtension(file.value(), format.word()))
                .findFirst();
        if (told.isEmpty()) {
            values.findings()
                    .add(MISSING_KEY
                            .at(file.span(), "format")
                            .withHint("the extension of '" + file.value()
                                    + "' does not tell: csv, json, parquet or delta"));
        }
        return told;
    }

    private static boolean hasExtension(String file, String extension) {
        String path = file.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
        return path.endsWith("." + extension) || path.endsWith("." + extension + ".gz");
    }
}
