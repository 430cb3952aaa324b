package io.adxflow.cli;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 512MB}, {@code 1.5 GB}; a kilobyte has 1,024 bytes. */
final class ByteSize implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}(?=B)|\\d{1,5}(?:\\.\\d{1,3})?) ?(B|KB|MB|GB|TB)");
    private static final Map<String, Integer> SHIFTS = Map.of("B", 0, "KB", 10, "MB", 20, "GB", 30, "TB", 40);

    @Override
    public Long convert(String text) {
        Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is not a size such as 512MB or 2GB");
        }
        return (long) (Double.parseDouble(form.group(1)) * (1L << SHIFTS.get(form.group(2))));
    }
}
