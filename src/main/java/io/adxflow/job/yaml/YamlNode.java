package io.adxflow.job.yaml;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.EmbeddedText;
import java.util.List;

/** A piece of YAML and its place in the file. */
public sealed interface YamlNode {
    Span span();

    /** What the node is, for people who wrote something else than was expected. */
    String description();

    /**
     * A text.
     *
     * @param isPlain whether it stands without quotes, so that it may be a number or a truth value
     */
    record Scalar(EmbeddedText text, boolean isPlain, Span span) implements YamlNode {
        public String value() {
            return text.text();
        }

        /** Whether nothing was written: {@code key:}, {@code ~} or {@code null}. */
        public boolean isNothing() {
            return isPlain && List.of("", "~", "null").contains(value());
        }

        @Override
        public String description() {
            return isNothing() ? "nothing" : "'" + shortened() + "'";
        }

        private String shortened() {
            String line = value().lines().findFirst().orElse("");
            return line.length() > 40 ? line.substring(0, 40) + "…" : line;
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Span span) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** Keys with values, each key once, in the order of the file. */
    record Mapping(List<Entry> entries, Span span) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String description() {
            return "keys with values";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {
        public String name() {
            return key.value();
        }
    }
}
