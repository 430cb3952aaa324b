package io.adxflow.kql.bind.scope;

import static io.adxflow.kql.language.KqlProblem.DUPLICATE_NAME;

import io.adxflow.kql.syntax.tree.Expression;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that statements introduced, from the inside out. */
public final class Scope {
    private final Optional<Scope> outer;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();

    private Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    public static Scope outermost() {
        return new Scope(Optional.empty());
    }

    public Scope inner() {
        return new Scope(Optional.of(this));
    }

    public Optional<Symbol> find(String name) {
        Symbol here = symbols.get(name);
        return here != null ? Optional.of(here) : outer.flatMap(scope -> scope.find(name));
    }

    public void declare(Expression.Name name, Symbol symbol) {
        if (symbols.containsKey(name.text())) {
            throw DUPLICATE_NAME.at(name.span(), name.text()).toException();
        }
        symbols.put(name.text(), symbol);
    }

    /** As {@link #declare}, for the names that {@code as} gives: the later one counts. */
    public void redeclare(String name, Symbol symbol) {
        symbols.put(name, symbol);
    }

    /** For a subquery, which is computed once: the values that change from row to row are out of its reach. */
    public Scope withoutRows() {
        Scope inside = inner();
        for (String name : names()) {
            if (find(name).orElseThrow() instanceof Symbol.Value value
                    && !References.of(value.scalar()).isEmpty()) {
                inside.redeclare(name, new Symbol.OuterRow());
            }
        }
        return inside.symbols.isEmpty() ? this : inside;
    }

    /** All names that can be seen from here. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(symbols.keySet());
        outer.ifPresent(scope -> names.addAll(scope.names()));
        return names;
    }
}
