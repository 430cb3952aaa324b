package io.adxflow.run.commit;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.util.List;
import java.util.Map;

/** Policies as {@code .show … policy} answers them: JSON, or nothing where none is set. */
final class PolicyText {
    private PolicyText() {}

    /** Whether the policy is there and not switched off. */
    static boolean isEnabled(String policy) {
        Object value = json(policy);
        return value instanceof Map<?, ?> members ? isEnabled(members) : Boolean.TRUE.equals(value);
    }

    static boolean isEnabled(Map<?, ?> members) {
        return members.entrySet().stream()
                .filter(member -> String.valueOf(member.getKey()).equalsIgnoreCase("IsEnabled"))
                .noneMatch(member -> "false".equalsIgnoreCase(String.valueOf(member.getValue())));
    }

    /** The entries of a policy that is a list. */
    static List<Map<?, ?>> entries(String policy) {
        return json(policy) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(Map.class::cast)
                        .toList()
                : List.of();
    }

    /** The value of a policy; null when there is none. */
    private static Object json(String policy) {
        try {
            return policy.isBlank() ? null : Json.read(policy);
        } catch (JsonException notJson) {
            throw new IllegalStateException("ADX showed a policy that is not JSON: " + policy, notJson);
        }
    }
}
