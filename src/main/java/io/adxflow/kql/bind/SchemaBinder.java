package io.adxflow.kql.bind;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.ArrayList;
import java.util.List;

/** {@code getschema}: the columns of the input as rows. */
final class SchemaBinder {
    private final Frame frame;

    SchemaBinder(Frame frame) {
        this.frame = frame;
    }

    Relation getschema() {
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
}
