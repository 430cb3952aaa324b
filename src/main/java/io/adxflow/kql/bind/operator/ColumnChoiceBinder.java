package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.DUPLICATE_COLUMN;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_COLUMN;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.ColumnOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.ReorderedColumns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Operators that choose, rename and move columns. */
public final class ColumnChoiceBinder {
    private final Frame frame;
    private final Header header;

    public ColumnChoiceBinder(Frame frame) {
        this.frame = frame;
        this.header = frame.input().header();
    }

    private Relation with(List<Field> fields) {
        return new Relation.Project(frame.input(), List.of(), header.withFields(fields));
    }

    public Relation away(ColumnOperator.ProjectAway away) {
        Set<Field> gone = matched(away.columns());
        return with(
                header.fields().stream().filter(field -> !gone.contains(field)).toList());
    }

    public Relation keep(ColumnOperator.ProjectKeep keep) {
        Set<Field> kept = matched(keep.columns());
        return with(header.fields().stream().filter(kept::contains).toList());
    }

    private Set<Field> matched(List<Expression> columns) {
        Set<Field> matched = new LinkedHashSet<>();
        columns.forEach(column ->
                frame.session().problems().attempt(() -> match(column)).ifPresent(matched::addAll));
        return matched;
    }

    private List<Field> match(Expression column) {
        if (column instanceof Expression.Name name) {
            return List.of(field(name));
        }
        if (column instanceof Expression.Wildcard wildcard) {
            return header.fields().stream()
                    .filter(field -> Wildcards.matches(wildcard.pattern(), field.name()))
                    .toList();
        }
        throw EXPECTED_COLUMN.at(column.span()).toException();
    }

    private Field field(Expression.Name name) {
        return header.field(name.text()).orElseThrow(() -> UNKNOWN_COLUMN
                .at(name.span(), name.text())
                .withHint(Suggestion.hint(name.text(), "columns here", header.names()))
                .toException());
    }

    public Relation rename(ColumnOperator.ProjectRename rename) {
        List<Field> fields = new ArrayList<>(header.fields());
        for (NamedExpression column : rename.columns()) {
            frame.session().problems().attempt(() -> {
                Field old = renamed(column);
                String name = column.name().orElseThrow().text();
                fields.set(header.fields().indexOf(old), old.named(name));
                return old;
            });
        }
        complainOfDuplicates(fields, rename);
        return with(fields);
    }

    private Field renamed(NamedExpression column) {
        if (column.name().isPresent() && column.value() instanceof Expression.Name name) {
            return field(name);
        }
        throw EXPECTED_COLUMN.at(column.span()).toException();
    }

    private void complainOfDuplicates(List<Field> fields, ColumnOperator.ProjectRename rename) {
        for (NamedExpression column : rename.columns()) {
            column.name()
                    .filter(name -> fields.stream()
                                    .filter(field -> field.name().equals(name.text()))
                                    .count()
                            > 1)
                    .ifPresent(name -> frame.session().problems().add(DUPLICATE_COLUMN.at(name.span(), name.text())));
        }
    }

    public Relation reorder(ColumnOperator.ProjectReorder reorder) {
        Set<Field> fields = new LinkedHashSet<>();
        for (ReorderedColumns columns : reorder.columns()) {
            frame.session()
                    .problems()
                    .attempt(() -> match(columns.columns()))
                    .ifPresent(matched -> fields.addAll(ColumnOrder.sorted(matched, columns.order())));
        }
        fields.addAll(header.fields());
        return with(List.copyOf(fields));
    }
}
