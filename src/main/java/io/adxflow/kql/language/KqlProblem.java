package io.adxflow.kql.language;

import io.adxflow.base.diagnostic.Problem;

/** Every mistake a query can hold: 1xx syntax, 2xx names, 3xx types and shapes, 9xx what is not supported. */
public enum KqlProblem implements Problem {
    UNEXPECTED_TOKEN("KQL101", "expected %s, found %s"),
    UNKNOWN_OPERATOR("KQL102", "there is no operator '%s'"),
    UNTERMINATED_STRING("KQL103", "the string has no closing %s"),
    UNEXPECTED_CHARACTER("KQL104", "the character '%s' has no meaning here"),
    BAD_ESCAPE("KQL105", "'%s' is not an escape sequence"),
    BAD_NUMBER("KQL106", "'%s' is too large for a %s"),
    BAD_LITERAL("KQL107", "'%s' is not a value of type %s"),
    BAD_DYNAMIC("KQL108", "a dynamic value expects %s here, found %s"),
    NEVER_CLOSED("KQL109", "'%s' is never closed"),
    NESTED_TOO_DEEPLY("KQL110", "the query is nested deeper than %s levels"),
    BAD_PARAMETER_VALUE("KQL111", "'%s' is not a value of the parameter '%s'"),
    GIVEN_TWICE("KQL112", "'%s' is given twice"),
    ASSIGNMENT_FOR_COMPARISON("KQL113", "'=' gives a name and does not compare"),
    FOREIGN_OPERATOR("KQL114", "'%s' is not an operator of KQL"),
    NOT_IS_A_FUNCTION("KQL115", "'not' is a function and needs parentheses"),
    SQL_STATEMENT("KQL116", "'%s' starts a SQL statement, and this is KQL"),
    MISSING_PIPE("KQL117", "expected '|' before the operator '%s'"),
    EMPTY_QUERY("KQL118", "the query is empty"),
    NOTHING_TO_RETURN("KQL119", "the query has no expression whose rows could be returned"),
    CONTROL_COMMAND("KQL120", "'%s' starts a control command, and this is a query"),
    FOREIGN_COMMENT("KQL121", "'%s' does not start a comment"),
    UNTYPED_NULL("KQL122", "'null' needs a type"),
    UNKNOWN_TYPE("KQL123", "there is no type '%s'"),
    UNKNOWN_PARAMETER("KQL124", "'%s' is not a parameter of '%s'"),
    NOTHING_TO_CLOSE("KQL125", "'%s' closes nothing"),
    RESERVED_WORD("KQL126", "'%s' is a word of the language and no name"),

    UNKNOWN_TABLE("KQL201", "there is no table '%s'"),
    UNKNOWN_COLUMN("KQL202", "there is no column '%s'"),
    UNKNOWN_FUNCTION("KQL203", "there is no function '%s'"),
    UNKNOWN_DATABASE("KQL204", "there is no database '%s'"),
    UNKNOWN_RESULT("KQL205", "there is no stored query result '%s' of this principal"),
    UNKNOWN_EXTERNAL_TABLE("KQL206", "there is no external table '%s'"),
    DUPLICATE_COLUMN("KQL207", "a column '%s' exists already"),
    DUPLICATE_NAME("KQL208", "the name '%s' is declared twice"),
    RECURSIVE_FUNCTION("KQL210", "the function '%s' calls itself"),
    MISSING_PARAMETER("KQL211", "the query parameter '%s' has no value"),
    UNKNOWN_NAMED_ARGUMENT("KQL212", "'%s' is not a parameter of '%s'"),
    NO_FIRST_COLUMN("KQL213", "the table has no column"),
    EXPECTED_BOOLEAN("KQL301", "expected bool, found %s"),
    NO_OVERLOAD("KQL302", "'%s' cannot be applied to (%s)"),
    WRONG_ARGUMENT_COUNT("KQL303", "'%s' does not take %s"),
    EXPECTED_CONSTANT("KQL304", "%s must be a constant"),
    EXPECTED_TYPE("KQL305", "expected %s, found %s"),
    EXPECTED_SCALAR("KQL306", "'%s' is a table, expected a scalar"),
    EXPECTED_TABLE("KQL307", "'%s' is a scalar, expected a table"),
    EXPECTED_COLUMN("KQL308", "expected the name of a column"),
    AGGREGATE_OUT_OF_PLACE("KQL309", "the aggregate '%s' is not allowed here"),
    NOT_SERIALIZED("KQL310", "'%s' needs rows in an order"),
    KEY_TYPES_DIFFER("KQL311", "the keys have different types: %s and %s"),
    UNORDERED_TYPE("KQL312", "values of type %s have no order"),
    DYNAMIC_KEY("KQL313", "rows cannot be grouped by a dynamic value"),
    NOT_AN_EQUALITY("KQL314", "a join condition is a column, or an equality of a left and a right column"),
    UNKNOWN_CHOICE("KQL315", "'%s' is not a value for '%s' of '%s'"),
    INVALID_VALUE("KQL316", "'%s' is not a value of type %s"),
    INCOMPLETE_ROW("KQL317", "%s values do not fill whole rows of %s columns"),
    NO_TEXT_COLUMN("KQL318", "there is no column that holds text"),
    ROW_SETS_DIFFER("KQL319", "'%s' needs columns: %s"),
    WINDOW_OUT_OF_PLACE("KQL320", "the window function '%s' is not allowed here"),
    NOT_AGGREGATED("KQL321", "'%s' has many values in a group"),
    MISSING_OPTION("KQL322", "the option '%s' that '%s' needs is not set"),
    BAD_ARGUMENT("KQL323", "%s"),
    NO_EXTERNAL_DATA("KQL324", "the data at '%s' cannot be read: %s"),
    NO_CURSOR("KQL325", "'%s' needs the rows of a table whose policy ingestiontime is on"),
    ROW_POLICY_BLOCKED("KQL330", "'%s' has row-level security, and the request does not read what has it"),
    BAD_ROW_POLICY("KQL331", "the row-level security query of '%s' %s"),
    UNSUPPORTED_STATEMENT("KQL901", "the statement '%s' is not supported"),
    UNSUPPORTED_OPERATOR("KQL902", "the operator '%s' is not supported"),
    UNSUPPORTED_FUNCTION("KQL903", "the function '%s' is not supported"),
    UNSUPPORTED_OPTION("KQL904", "%s is not supported"),
    UNSUPPORTED_PLUGIN("KQL905", "the plugin '%s' is not supported"),
    UNSUPPORTED_EXPRESSION("KQL906", "%s is not supported");

    private final String code;
    private final String template;

    KqlProblem(String code, String template) {
        this.code = code;
        this.template = template;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String template() {
        return template;
    }
}
