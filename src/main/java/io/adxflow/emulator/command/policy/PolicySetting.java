package io.adxflow.emulator.command.policy;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.PolicyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a command sets a policy to. */
sealed interface PolicySetting {
    /**
     * The policy as JSON.
     *
     * @param old what the command merges its own into; nothing when it replaces it
     */
    String over(PolicyKind kind, Optional<String> old);

    /** The entries of a policy that is a list; an emulator of before kept the list as a member of an object. */
    static List<?> entries(String policy) {
        return Json.read(policy) instanceof Map<?, ?> old ? (List<?>) old.get("Policies") : (List<?>) Json.read(policy);
    }

    /** Members by name, in any letter case. */
    record Members(Map<String, Object> given) implements PolicySetting {
        @Override
        public String over(PolicyKind kind, Optional<String> old) {
            Map<String, Object> before = new LinkedHashMap<>();
            old.ifPresent(
                    text -> ((Map<?, ?>) Json.read(text)).forEach((name, member) -> before.put((String) name, member)));
            return Json.write(PolicyMembers.whole(kind, before, given));
        }
    }

    /** A list; merging appends to it, also what it has already. */
    record Entries(List<Map<String, Object>> given) implements PolicySetting {
        @Override
        public String over(PolicyKind kind, Optional<String> old) {
            List<Object> before = new ArrayList<>();
            old.ifPresent(text -> before.addAll(entries(text)));
            Stream<Object> added = given.stream().map(entry -> PolicyMembers.whole(kind, Map.of(), entry));
            return Json.write(Stream.concat(before.stream(), added).toList());
        }
    }
}
