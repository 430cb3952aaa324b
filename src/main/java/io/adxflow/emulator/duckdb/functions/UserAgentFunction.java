package io.adxflow.emulator.duckdb.functions;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.yaml.UserAgents;
import io.adxflow.kql.function.JavaFunction;
import io.adxflow.kql.language.KqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Java code of {@code parse_user_agent()}, which stands here because its patterns are large. */
final class UserAgentFunction {
    static final JavaFunction ROW = new JavaFunction(
            "kql_user_agent",
            List.of(KqlType.STRING, KqlType.DYNAMIC),
            false,
            KqlType.DYNAMIC,
            false,
            arguments -> parse((String) arguments[0], (String) arguments[1]));

    private UserAgentFunction() {}

    /**
     * A bag of the parts that are asked for.
     *
     * @param wanted JSON: the name of a part, or an array of names; a name that is none gives null
     */
    static String parse(String agent, String wanted) {
        Object asked = Json.read(wanted);
        Map<String, Object> parts = new LinkedHashMap<>();
        for (Object name : asked instanceof List<?> list ? list : List.of(asked)) {
            Optional<UserAgents.Part> part = UserAgents.Part.named(String.valueOf(name));
            if (part.isEmpty()) {
                return null;
            }
            parts.put(part.get().title(), UserAgents.parse(agent, part.get()));
        }
        return Json.write(parts);
    }
}
