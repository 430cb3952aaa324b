package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.ROW_SETS_DIFFER;

import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import java.util.List;

/**
 * {@code evaluate schema_merge([PreserveOrder])}: one schema of several, as {@code getschema} gives them. A column that stands
 * in other places in some of them is an error in the result; one that has several types is an error of the query.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/schema-merge-plugin">schema_merge plugin</a>
 */
final class SchemaMergeBinder {
    private static final List<String> COLUMNS = List.of("ColumnName", "ColumnOrdinal", "DataType", "ColumnType");
    private static final String TEMPLATE =
            """
            Rows
            | serialize row = row_number()
            | summarize row = min(row), least = min(ColumnOrdinal), most = max(ColumnOrdinal),
                DataType = take_any(DataType), ColumnType = take_any(ColumnType), kinds = count_distinct(ColumnType)
                by ColumnName
            | where assert(kinds == 1, 'schema_merge: a column has several types')
            | sort by most asc, row asc
            | extend isAstray = keepsOrder and least != most, place = row_number() - 1
            | project ColumnName, ColumnOrdinal = iff(isAstray, -1, place),
                DataType = iff(isAstray, 'ERROR(unknown CSL type:ERROR(columns are out of order))', DataType),
                ColumnType = iff(isAstray, 'ERROR(columns are out of order)', ColumnType)""";

    private final Frame frame;
    private final PluginArguments arguments;

    SchemaMergeBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.arguments = new PluginArguments(frame, evaluate, List.of("PreserveOrder"), 0, false);
    }

    Relation schemaMerge() {
        Scalar keepsOrder = arguments.find("PreserveOrder").isPresent()
                ? arguments.constant("PreserveOrder", KqlType.BOOL)
                : Scalar.Constant.of(KqlType.BOOL, true);
        QueryTemplate template = new QueryTemplate(frame.session()).value("keepsOrder", keepsOrder);
        for (String column : COLUMNS) {
            KqlType type = column.equals("ColumnOrdinal") ? KqlType.LONG : KqlType.STRING;
            Field field = frame.input()
                    .header()
                    .field(column)
                    .filter(found -> (found.type() == KqlType.STRING) == (type == KqlType.STRING))
                    .orElseThrow(() -> ROW_SETS_DIFFER
                            .at(arguments.span(), "schema_merge", String.join(", ", COLUMNS))
                            .withHint("getschema gives them")
                            .toException());
            template.column(column, field.reference());
        }
        return template.bind(frame.input(), TEMPLATE);
    }
}
