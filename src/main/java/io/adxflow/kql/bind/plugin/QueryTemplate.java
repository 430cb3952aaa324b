package io.adxflow.kql.bind.plugin;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.Parser;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plugin written in KQL: names of its text stand for columns of the rows, for the rows, and for values that are bound. */
final class QueryTemplate {
    private final Session session;
    private final Scope scope = Scope.outermost();
    private final Map<String, Scalar> columns = new LinkedHashMap<>();

    QueryTemplate(Session session) {
        this.session = session;
    }

    QueryTemplate value(String name, Scalar value) {
        scope.redeclare(name, new Symbol.Value(value));
        return this;
    }

    /** A column of {@code Rows}. */
    QueryTemplate column(String name, Scalar value) {
        columns.put(name, value);
        return this;
    }

    /** The result of the text over rows that have only the columns of the template, in their order. */
    Relation bind(Relation rows, String kql) {
        List<Assignment> assignments = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        columns.forEach((name, value) -> {
            Field field = session.field(name, value.type());
            assignments.add(new Assignment(field, value));
            fields.add(field);
        });
        Header header = rows.header().withFields(fields);
        scope.redeclare("Rows", Symbol.Table.of(new Relation.Project(rows, assignments, header)));
        Statement.ExpressionStatement statement = (Statement.ExpressionStatement)
                Parser.parse(new SourceText("template", kql)).statements().get(0);
        return session.tables(scope).bind(statement.expression());
    }

    /** The columns of a result under other names. */
    static Relation named(Relation rows, List<String> names) {
        List<Field> fields = new ArrayList<>();
        for (Field field : rows.header().fields()) {
            fields.add(field.named(names.get(fields.size())));
        }
        return new Relation.Project(rows, List.of(), rows.header().withFields(fields));
    }

    static Scalar number(long value) {
        return Scalar.Constant.of(KqlType.LONG, value);
    }
}
