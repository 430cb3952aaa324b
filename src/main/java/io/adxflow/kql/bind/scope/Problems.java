package io.adxflow.kql.bind.scope;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The mistakes found so far. Work that fails leaves its mistakes here, and the binder goes on beside it. */
public final class Problems {
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    /** An exception without diagnostics: what it stops has been complained about before. */
    public static UserException silent() {
        return new UserException(List.of());
    }

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (UserException failed) {
            found.addAll(failed.diagnostics());
            return Optional.empty();
        }
    }

    /** Work on another text than the query: its mistakes are told at the place of the query that caused it. */
    public <T> T placedAt(Span span, Supplier<T> work) {
        Set<Diagnostic> before = new LinkedHashSet<>(found);
        try {
            return work.get();
        } catch (UserException failed) {
            throw new UserException(failed.diagnostics().stream()
                    .map(diagnostic -> diagnostic.moved(inside -> span))
                    .toList());
        } finally {
            Set<Diagnostic> after = new LinkedHashSet<>(found);
            found.retainAll(before);
            after.stream()
                    .filter(diagnostic -> !before.contains(diagnostic))
                    .forEach(diagnostic -> found.add(diagnostic.moved(inside -> span)));
        }
    }

    /** The results of all items, or one exception with the mistakes of all of them. */
    public static <T, R> List<R> all(List<T> items, Function<T, R> work) {
        Problems problems = new Problems();
        List<R> results = new ArrayList<>();
        items.forEach(item -> problems.attempt(() -> work.apply(item)).ifPresent(results::add));
        if (results.size() < items.size()) {
            throw new UserException(List.copyOf(problems.found));
        }
        return results;
    }

    public void throwIfAny(SourceText source) {
        if (!found.isEmpty()) {
            throw new UserException(found.stream()
                    .map(diagnostic -> diagnostic.in(source))
                    .sorted(Comparator.comparingInt(
                            diagnostic -> diagnostic.span().start()))
                    .toList());
        }
    }
}
