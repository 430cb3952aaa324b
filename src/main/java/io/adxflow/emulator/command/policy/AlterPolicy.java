package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.POLICY_NOT_FOUND;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// .alter (table T | tables ( {T,} ) | column T.C | database DB | materialized-view V) policy P (JSON | KEYWORDS)
// .alter-merge (table T | tables ( {T,} ) | column T.C | database DB | materialized-view V) policy P (JSON | KEYWORDS)
// .delete (table T | tables ( {T,} ) | column T.C | database DB | materialized-view V) policy P
/**
 * Sets, merges into or removes a policy. The emulator keeps and shows policies, as JSON with the service's names and its values
 * for what is not given, and obeys {@code ingestionbatching}, {@code ingestiontime}, {@code merge}, {@code retention}, {@code extent_tags_retention},
 * {@code streamingingestion}, {@code restricted_view_access}, {@code row_level_security}, {@code update} and {@code auto_delete}.
 *
 * @param value nothing to remove the policy
 */
public record AlterPolicy(List<PolicyTarget> targets, PolicyPlace place, Optional<PolicySetting> value, boolean isMerge)
        implements Command {
    public static Command read(CommandReader reader, List<PolicyTarget> targets, boolean isMerge) {
        PolicyKind kind = kind(reader, targets);
        int start = reader.here().start();
        PolicySetting value = PolicyValue.read(reader, kind);
        PolicyPlace place = new PolicyPlace(kind, reader.source(), new Span(start, reader.position()));
        return new AlterPolicy(targets, place, Optional.of(value), isMerge);
    }

    public static Command readDelete(CommandReader reader, List<PolicyTarget> targets) {
        Span span = reader.here();
        PolicyPlace place = new PolicyPlace(kind(reader, targets), reader.source(), span);
        return new AlterPolicy(targets, place, Optional.empty(), false);
    }

    static PolicyKind kind(CommandReader reader, List<PolicyTarget> targets) {
        Span span = reader.here();
        String word = reader.peekWord();
        List<String> possible = Arrays.stream(PolicyKind.values())
                .filter(one -> targets.stream().allMatch(target -> target.takes(one)))
                .map(PolicyKind::keyword)
                .toList();
        PolicyKind kind = PolicyKind.of(word)
                .filter(one -> possible.contains(one.keyword()))
                .orElseThrow(() -> POLICY_NOT_FOUND
                        .at(span, word)
                        .withHint(Suggestion.hint(word, "policies", possible))
                        .in(reader.source())
                        .toException());
        reader.take(word);
        return kind;
    }

    /** What is wrong with a query tells of what it reads. */
    @Override
    public void authorize(CommandContext context) {
        if (place.kind().hasQuery()) {
            Database database = context.database();
            targets.forEach(target ->
                    context.access().require(Right.ADMINISTER, database, target.scope(database), target.name()));
        }
    }

    @Override
    public CommandResult run(CommandContext context) {
        requireFit(context);
        return context.change(database -> {
            Database changed = database;
            List<List<Object>> rows = new ArrayList<>();
            for (PolicyTarget target : targets) {
                changed = target.with(changed, next(target.policies(changed)));
                rows.add(target.row(changed, place.kind()));
            }
            return new Changed<>(changed, CommandResult.of(PolicyTarget.ANSWER, rows));
        });
    }

    private void requireFit(CommandContext context) {
        if (value.isEmpty()) {
            context.database();
            return;
        }
        try (Snapshot snapshot = context.open()) {
            PolicyRules rules = new PolicyRules(context, snapshot, place);
            for (PolicyTarget target : targets) {
                String policy = next(target.policies(snapshot.database()))
                        .get(place.kind().keyword());
                rules.require(target, policy);
            }
        }
    }

    private Map<String, String> next(Map<String, String> policies) {
        Map<String, String> next = new HashMap<>(policies);
        Optional<String> old =
                Optional.ofNullable(next.remove(place.kind().keyword())).filter(text -> isMerge);
        value.ifPresent(setting -> next.put(place.kind().keyword(), setting.over(place.kind(), old)));
        return next;
    }
}
