package io.adxflow.job.yaml;

import java.util.stream.IntStream;

/** Turns positions that count code points, as the YAML parser does, into offsets that count UTF-16 units, as we do. */
final class Offsets {
    private final String text;
    private final int[] offsets;

    Offsets(String text) {
        this.text = text;
        this.offsets = text.chars().anyMatch(unit -> Character.isSurrogate((char) unit)) ? starts(text) : new int[0];
    }

    int of(int codePoints) {
        if (offsets.length == 0) {
            return Math.min(codePoints, text.length());
        }
        return codePoints < offsets.length ? offsets[codePoints] : text.length();
    }

    private static int[] starts(String text) {
        return IntStream.range(0, text.length())
                .filter(i -> i == 0
                        || !(Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))))
                .toArray();
    }
}
