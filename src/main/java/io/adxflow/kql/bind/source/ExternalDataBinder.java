package io.adxflow.kql.bind.source;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.NO_EXTERNAL_DATA;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.kql.bind.scalar.Places;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code externaldata (schema) [address, …] with (…)}: the catalog reads the data, and is asked while the query is bound. */
public final class ExternalDataBinder {
    private static final List<String> OPTIONS = List.of("format", "ignoreFirstRecord", "ingestionMapping");

    private final Session session;
    private final Scope scope;

    public ExternalDataBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    public Relation bind(Expression.Externaldata externaldata) {
        List<String> addresses = externaldata.uris().stream()
                .map(new Places(session, scope)::text)
                .toList();
        Map<String, String> options = options(externaldata.properties());
        Schema schema = new Schema(externaldata.columns().stream()
                .map(column -> new Column(column.name().text(), column.type()))
                .toList());
        ExternalData data = new ExternalData(
                schema,
                addresses,
                Optional.ofNullable(options.get("format")),
                Boolean.parseBoolean(options.get("ignoreFirstRecord")),
                Optional.ofNullable(options.get("ingestionMapping")));
        try {
            return session.tables(scope).scan(session.catalog().external(data), externaldata.span());
        } catch (ExternalDataException e) {
            Diagnostic problem = NO_EXTERNAL_DATA.at(externaldata.span(), e.address(), e.getMessage());
            throw (e.hint().isEmpty() ? problem : problem.withHint(e.hint())).toException();
        }
    }

    private Map<String, String> options(List<Property> properties) {
        Map<String, String> options = new TreeMap<>();
        for (Property property : properties) {
            String name = property.name().text();
            if (!OPTIONS.contains(name)) {
                throw UNSUPPORTED_OPTION
                        .at(property.span(), "'" + name + "' of externaldata")
                        .withHint("options: " + String.join(", ", OPTIONS))
                        .toException();
            }
            options.put(name, text(property));
        }
        return options;
    }

    /** A format may stand without quotes. */
    private String text(Property property) {
        Expression value = property.values().get(0);
        if (value instanceof Expression.Name name) {
            return name.text();
        }
        boolean isFlag = property.name().text().equals("ignoreFirstRecord");
        KqlType type = isFlag ? KqlType.BOOL : KqlType.STRING;
        Scalar bound = ScalarBinder.constants(session, scope).bindAs(type, value);
        return Scalars.constant(bound).map(Object::toString).orElseThrow(() -> EXPECTED_CONSTANT
                .at(value.span(), "the option '" + property.name().text() + "'")
                .toException());
    }
}
