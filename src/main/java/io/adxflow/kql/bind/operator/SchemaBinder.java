package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.ROW_SETS_DIFFER;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ColumnOperator;
import java.util.ArrayList;
import java.util.List;

/** {@code getschema}: the columns of the input as rows; {@code assert-schema}: what they must be. */
public final class SchemaBinder {
    private final Frame frame;

    public SchemaBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation getschema() {
        Header header = frame.session()
                .header(List.of(
                        new Column("ColumnName", KqlType.STRING),
                        new Column("ColumnOrdinal", KqlType.INT),
                        new Column("DataType", KqlType.STRING),
                        new Column("ColumnType", KqlType.STRING)));
        List<List<Scalar>> rows = new ArrayList<>();
        for (Field field : frame.input().header().fields()) {
            rows.add(List.of(
                    Scalar.Constant.of(KqlType.STRING, field.name()),
                    Scalar.Constant.of(KqlType.INT, rows.size()),
                    Scalar.Constant.of(KqlType.STRING, field.type().dotNetName()),
                    Scalar.Constant.of(KqlType.STRING, field.type().keyword())));
        }
        return new Relation.Values(rows, frame.session().positionField(), header.serialized());
    }

    /** The rows as they are, when their columns are those that are declared, in that order. */
    public Relation assertSchema(ColumnOperator.AssertSchema assertion) {
        Schema declared = new Schema(assertion.columns().stream()
                .map(column -> new Column(column.name().text(), column.type()))
                .toList());
        Schema found = frame.input().header().schema();
        if (!declared.equals(found)) {
            throw ROW_SETS_DIFFER
                    .at(assertion.span(), "assert-schema", declared)
                    .withHint("columns there are: " + found)
                    .toException();
        }
        return frame.input();
    }
}
