package io.adxflow.emulator.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Browser, operating system and device of a user agent, as {@code parse_user_agent()} names them. */
public final class UserAgents {
    /** What can be asked for. */
    public enum Part {
        BROWSER(
                "Browser",
                "user_agent_parsers",
                List.of("family_replacement", "v1_replacement", "v2_replacement", "v3_replacement"),
                List.of(1, 2, 3, 4),
                List.of("Family", "MajorVersion", "MinorVersion", "Patch")),
        OS(
                "OperatingSystem",
                "os_parsers",
                List.of(
                        "os_replacement",
                        "os_v1_replacement",
                        "os_v2_replacement",
                        "os_v3_replacement",
                        "os_v4_replacement"),
                List.of(1, 2, 3, 4, 5),
                List.of("Family", "MajorVersion", "MinorVersion", "Patch", "PatchMinor")),
        DEVICE(
                "Device",
                "device_parsers",
                List.of("device_replacement", "brand_replacement", "model_replacement"),
                List.of(1, 0, 1),
                List.of("Family", "Brand", "Model"));

        private final String title;
        private final String kind;
        private final List<String> keys;
        private final List<Integer> groups;
        private final List<String> names;

        /** @param groups the groups that count where a pattern has no replacement; 0 is none */
        Part(String title, String kind, List<String> keys, List<Integer> groups, List<String> names) {
            this.title = title;
            this.kind = kind;
            this.keys = keys;
            this.groups = groups;
            this.names = names;
        }

        /** The part that a query calls so, in any case. */
        public static Optional<Part> named(String name) {
            return Arrays.stream(values())
                    .filter(part -> part.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        /** The key of the part in the answer. */
        public String title() {
            return title;
        }
    }

    /** Read when the first user agent is asked for. */
    private static final class Patterns {
        static final Map<String, List<AgentPattern>> ALL = AgentPatterns.read();
    }

    private UserAgents() {}

    /** The fields of a part; what is not known is the family {@code Other}, and otherwise empty. */
    public static Map<String, String> parse(String agent, Part part) {
        for (AgentPattern pattern : Patterns.ALL.get(part.kind)) {
            Matcher match = pattern.regex().matcher(agent);
            if (match.find()) {
                return fields(part, pattern.texts(match, part.keys, part.groups));
            }
        }
        return fields(part, List.of("Other"));
    }

    private static Map<String, String> fields(Part part, List<String> texts) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < part.names.size(); i++) {
            fields.put(part.names.get(i), i < texts.size() ? texts.get(i) : "");
        }
        return fields;
    }
}
