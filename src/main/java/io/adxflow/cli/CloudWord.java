package io.adxflow.cli;

import io.adxflow.secret.entra.Cloud;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a cloud. */
final class CloudWord implements ITypeConverter<Cloud> {
    /** The names, for help and completion. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Cloud.ALL.stream().map(Cloud::word).iterator();
        }
    }

    @Override
    public Cloud convert(String word) {
        return Cloud.ofWord(word)
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + String.join(", ", new Words()) + ", found '" + word + "'"));
    }
}
