package io.adxflow.kql.bind.scope;

import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Visualization;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What one compilation knows everywhere: the catalog, the request, the mistakes so far, the next free id. */
public final class Session {
    private Catalog catalog;
    private final QueryContext context;
    private final Preliminary preliminary;
    private final BiFunction<Session, Scope, Tables> tables;
    private final Problems problems = new Problems();
    private final Map<String, String> options;
    private boolean comparesCursors;
    private final Map<String, Scalar> optionValues = new HashMap<>();
    private final Set<Integer> broken = new HashSet<>();
    private final Set<Integer> positions = new HashSet<>();
    private final Map<Relation, String> named = new IdentityHashMap<>();
    private Optional<Visualization> visualization = Optional.empty();
    private Optional<String> policyOf = Optional.empty();
    private int nextId;
    private int depth;
    private int entered;

    public Session(
            Catalog catalog, QueryContext context, Preliminary preliminary, BiFunction<Session, Scope, Tables> tables) {
        this.catalog = catalog;
        this.tables = tables;
        this.preliminary = preliminary;
        this.context = context;
        this.options = new HashMap<>(context.options());
    }

    /** Of the database whose text is bound: that of the query, or that of the function being inlined. */
    public Catalog catalog() {
        return catalog;
    }

    /** Does what is to be bound with the names of another database. */
    public <T> T in(Catalog other, Supplier<T> work) {
        Catalog own = catalog;
        catalog = other;
        try {
            return work.get();
        } finally {
            catalog = own;
        }
    }

    /** The table whose row-level security query is being bound. */
    public Optional<String> policyOf() {
        return policyOf;
    }

    public <T> T inPolicyOf(String table, Supplier<T> work) {
        policyOf = Optional.of(table);
        try {
            return work.get();
        } finally {
            policyOf = Optional.empty();
        }
    }

    public QueryContext context() {
        return context;
    }

    public Preliminary preliminary() {
        return preliminary;
    }

    /** Binds what is tabular where names mean what they mean in a scope. */
    public Tables tables(Scope scope) {
        return tables.apply(this, scope);
    }

    public Problems problems() {
        return problems;
    }

    public Map<String, String> options() {
        return options;
    }

    /** The values of options that {@code set} statements gave, with their types. */
    public Map<String, Scalar> optionValues() {
        return optionValues;
    }

    public Optional<Visualization> visualization() {
        return visualization;
    }

    public void visualize(Visualization chart) {
        visualization = Optional.of(chart);
    }

    public void forgetVisualization() {
        visualization = Optional.empty();
    }

    /** Remembers what {@code as} called these rows, for {@code union withsource}. */
    public void nameRows(Relation rows, String name) {
        named.put(rows, name);
    }

    public Optional<String> nameOf(Relation rows) {
        return Optional.ofNullable(named.get(rows));
    }

    /** The query asks which rows came before or after a cursor. */
    public void compareCursors() {
        comparesCursors = true;
    }

    public boolean comparesCursors() {
        return comparesCursors;
    }

    /** How many functions the binder is inside of, this one counted. */
    public int enterFunction() {
        entered++;
        return ++depth;
    }

    /** How often the binder went into a function so far. */
    public int functionsEntered() {
        return entered;
    }

    public void leaveFunction() {
        depth--;
    }

    public Field field(String name, KqlType type) {
        return new Field(nextId++, name, type);
    }

    /** A column that numbers rows, so that ordering by it leaves no ties. */
    public Field positionField() {
        Field field = field("position", KqlType.LONG);
        positions.add(field.id());
        return field;
    }

    public boolean isPosition(Field field) {
        return positions.contains(field.id());
    }

    /** A column whose expression is wrong: naming it later is not another mistake. */
    public Field brokenField(String name) {
        Field field = field(name, KqlType.DYNAMIC);
        broken.add(field.id());
        return field;
    }

    /** The same column for another use of its row set. */
    public Field copy(Field field) {
        return isBroken(field) ? brokenField(field.name()) : field(field.name(), field.type());
    }

    public boolean isBroken(Field field) {
        return broken.contains(field.id());
    }

    /** A header with new fields for the given names and types. */
    public Header header(List<Column> columns) {
        return Header.of(columns.stream()
                .map(column -> field(column.name(), column.type()))
                .toList());
    }
}
