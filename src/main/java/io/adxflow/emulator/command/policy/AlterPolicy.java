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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// .alter (table T | tables ( {T,} ) | database DB) policy P (JSON | KEYWORDS)
// .alter-merge (table T | tables ( {T,} ) | database DB) policy P (JSON | KEYWORDS)
// .delete (table T | tables ( {T,} ) | database DB) policy P
/**
 * Sets, merges into or removes a policy. The emulator keeps and shows policies, as JSON with the service's names and its values
 * for what is not given, and obeys {@code ingestionbatching}, {@code ingestiontime}, {@code merge}, {@code retention},
 * {@code streamingingestion}, {@code restricted_view_access} and {@code auto_delete}; {@code update} and
 * {@code row_level_security}, which would change what queries answer, are refused.
 *
 * @param value nothing to remove the policy
 */
public record AlterPolicy(
        List<PolicyTarget> targets, PolicyKind kind, Optional<Map<String, Object>> value, boolean isMerge)
        implements Command {
    public static Command read(CommandReader reader, List<PolicyTarget> targets, boolean isMerge) {
        int start = reader.position();
        PolicyKind kind = kind(reader, targets);
        if (kind.changesAnswers()) {
            throw CommandProblem.UNSUPPORTED
                    .at(new Span(start, start + kind.keyword().length()), "policy '" + kind.keyword() + "'")
                    .in(reader.source())
                    .toException();
        }
        return new AlterPolicy(targets, kind, Optional.of(PolicyValue.read(reader, kind)), isMerge);
    }

    public static Command readDelete(CommandReader reader, List<PolicyTarget> targets) {
        return new AlterPolicy(targets, kind(reader, targets), Optional.empty(), false);
    }

    static PolicyKind kind(CommandReader reader, List<PolicyTarget> targets) {
        boolean isOfDatabase =
                targets.stream().anyMatch(target -> target.table().isEmpty());
        Span span = reader.here();
        String word = reader.peekWord();
        PolicyKind kind = PolicyKind.of(word)
                .filter(one -> !isOfDatabase || one.isOfDatabases())
                .orElseThrow(() -> POLICY_NOT_FOUND
                        .at(span, word)
                        .withHint(Suggestion.hint(
                                word,
                                "policies",
                                Arrays.stream(PolicyKind.values())
                                        .filter(one -> !isOfDatabase || one.isOfDatabases())
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
            Database changed = database;
            List<List<Object>> rows = new ArrayList<>();
            for (PolicyTarget target : targets) {
                Map<String, String> policies = new HashMap<>(target.policies(changed));
                Optional<String> old = Optional.ofNullable(policies.remove(kind.keyword()));
                value.ifPresent(next -> policies.put(kind.keyword(), Json.write(whole(old, next))));
                changed = target.with(changed, policies);
                rows.add(target.row(changed, kind));
            }
            return new Changed<>(changed, CommandResult.of(PolicyTarget.ANSWER, rows));
        });
    }

    private Map<String, Object> whole(Optional<String> old, Map<String, Object> next) {
        Map<String, Object> before = new LinkedHashMap<>();
        old.filter(text -> isMerge).ifPresent(text -> ((Map<?, ?>) Json.read(text))
                .forEach((name, member) -> before.put((String) name, member)));
        return PolicyMembers.whole(kind, before, next);
    }
}
