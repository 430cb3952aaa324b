package io.adxflow.emulator.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The patterns of the ua-parser project, whose library is on the class path for this file alone.
 *
 * @see <a href="https://github.com/ua-parser/uap-core/blob/master/docs/specification.md">Specification</a>
 */
final class AgentPatterns {
    private static final String FILE = "/ua_parser/regexes.yaml";
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(10_000_000).build();

    private AgentPatterns() {}

    /** The patterns of each kind, the first that matches counts. */
    static Map<String, List<AgentPattern>> read() {
        try (InputStream file = AgentPatterns.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the patterns of user agents are not on the class path");
            }
            Map<String, List<AgentPattern>> patterns = new HashMap<>();
            Map<?, ?> kinds = (Map<?, ?>) new Load(SETTINGS).loadFromInputStream(file);
            kinds.forEach((kind, rows) -> patterns.put(
                    kind.toString(),
                    ((List<?>) rows)
                            .stream().map(row -> pattern((Map<?, ?>) row)).toList()));
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AgentPattern pattern(Map<?, ?> row) {
        Map<String, String> replacements = new HashMap<>();
        row.forEach((key, text) -> replacements.put(key.toString(), text.toString()));
        String regex = replacements.remove("regex");
        boolean foldsCase = "i".equals(replacements.remove("regex_flag"));
        return new AgentPattern(Pattern.compile(regex, foldsCase ? Pattern.CASE_INSENSITIVE : 0), replacements);
    }
}
