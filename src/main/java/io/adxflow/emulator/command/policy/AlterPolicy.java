package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.POLICY_NOT_FOUND;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// .alter (table T | database DB) policy P (JSON | KEYWORDS)
// .alter-merge (table T | database DB) policy P (JSON | KEYWORDS)
// .delete (table T | database DB) policy P
/**
 * Sets, merges into or removes a policy. The emulator keeps and shows policies and obeys {@code ingestiontime},
 * {@code merge}, {@code retention} and {@code auto_delete}; one that would change what queries answer is refused.
 *
 * @param value nothing to remove the policy
 */
public record AlterPolicy(PolicyTarget target, PolicyKind kind, Optional<Map<String, Object>> value, boolean isMerge)
        implements Command {
    public static Command read(CommandReader reader, PolicyTarget target, boolean isMerge) {
        int start = reader.position();
        PolicyKind kind = kind(reader);
        if (kind.changesAnswers()) {
            throw CommandProblem.UNSUPPORTED
                    .at(new Span(start, start + kind.keyword().length()), "policy '" + kind.keyword() + "'")
                    .in(reader.source())
                    .toException();
        }
        return new AlterPolicy(target, kind, Optional.of(PolicyValue.read(reader, kind)), isMerge);
    }

    public static Command readDelete(CommandReader reader, PolicyTarget target) {
        return new AlterPolicy(target, kind(reader), Optional.empty(), false);
    }

    static PolicyKind kind(CommandReader reader) {
        Span span = reader.here();
        String word = reader.peekWord();
        PolicyKind kind = PolicyKind.of(word).orElseThrow(() -> POLICY_NOT_FOUND
                .at(span, word)
                .withHint(Suggestion.hint(
                        word,
                        "policies",
                        Arrays.stream(PolicyKind.values())
                                .map(PolicyKind::keyword)
                                .toList()))
                .in(reader.source())
                .toException());
        reader.take(word);
        return kind;
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Map<String, String> policies = new HashMap<>(target.policies(database));
            String old = policies.remove(kind.keyword());
            value.ifPresent(next -> policies.put(kind.keyword(), Json.write(merged(old, next))));
            Database changed = target.with(database, policies);
            return new Changed<>(changed, CommandResult.of(PolicyTarget.ANSWER, List.of(target.row(changed, kind))));
        });
    }

    private Map<String, Object> merged(String old, Map<String, Object> next) {
        if (!isMerge || old == null) {
            return next;
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(old)).forEach((name, member) -> merged.put((String) name, member));
        next.forEach((name, member) -> {
            merged.keySet().removeIf(name::equalsIgnoreCase);
            merged.put(name, member);
        });
        return merged;
    }
}
