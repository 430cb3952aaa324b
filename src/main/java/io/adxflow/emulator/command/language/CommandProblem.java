package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.Problem;

/**
 * What can be wrong with a control command: CMD1xx its text, CMD2xx the entities that it names, CMD3xx the data, CMD4xx what who
 * sends it may not do, CMD9xx what is not supported. Messages of known Kusto errors keep Kusto's wording, because clients compare them.
 */
public enum CommandProblem implements Problem {
    UNEXPECTED_TEXT("CMD101", "expected %s, found %s", Kusto.SYNTAX),
    BAD_PROPERTY("CMD102", "property '%s' cannot be '%s': expected %s", Kusto.PROPERTY),
    BAD_POLICY("CMD103", "policy '%s' cannot be read: %s", Kusto.BAD_REQUEST),
    BAD_MAPPING("CMD104", "mapping '%s' cannot be read: %s", Kusto.BAD_REQUEST),
    UNFIT_POLICY("CMD105", "policy '%s' cannot be set: %s", Kusto.BAD_REQUEST),
    TABLE_NOT_FOUND("CMD201", "Entity ID '%s' of kind 'Table' was not found.", Kusto.NOT_FOUND),
    TABLE_EXISTS("CMD202", "Entity '%s' of kind 'Table' already exists.", Kusto.EXISTS),
    DATABASE_NOT_FOUND("CMD203", "Entity name '%s' of kind 'Database' does not exist.", Kusto.NO_DATABASE),
    BAD_NAME("CMD204", "'%s' is not a legal name", Kusto.NAME),
    DUPLICATE_NAME("CMD205", "the name '%s' is given twice", Kusto.BAD_REQUEST),
    COLUMN_TYPE_CONFLICT("CMD206", "column '%s' is %s and cannot become %s", Kusto.BAD_REQUEST),
    EXTENT_NOT_FOUND("CMD207", "Entity ID '%s' of kind 'Extent' was not found.", Kusto.NOT_FOUND),
    OPERATION_NOT_FOUND("CMD208", "Entity ID '%s' of kind 'Operation' was not found.", Kusto.NOT_FOUND),
    OPERATION_WITHOUT_RESULT("CMD209", "operation '%s' has no result to show: its state is %s", Kusto.BAD_REQUEST),
    POLICY_NOT_FOUND("CMD210", "there is no policy '%s'", Kusto.BAD_REQUEST),
    MAPPING_NOT_FOUND("CMD211", "Entity ID '%s' of kind 'MappingPersistent' was not found.", Kusto.NO_MAPPING),
    MAPPING_EXISTS("CMD212", "Entity '%s' of kind 'MappingPersistent' already exists.", Kusto.EXISTS),
    FUNCTION_NOT_FOUND("CMD213", "Entity ID '%s' of kind 'Function' was not found.", Kusto.NOT_FOUND),
    FUNCTION_EXISTS("CMD214", "Entity '%s' of kind 'Function' already exists.", Kusto.EXISTS),
    COLUMN_NOT_FOUND("CMD215", "Entity ID '%s' of kind 'Column' was not found.", Kusto.NOT_FOUND),
    COLUMN_EXISTS("CMD216", "Entity '%s' of kind 'Column' already exists.", Kusto.EXISTS),
    VIEW_NOT_FOUND("CMD217", "Entity ID '%s' of kind 'MaterializedView' was not found.", Kusto.NOT_FOUND),
    VIEW_EXISTS("CMD218", "Entity '%s' of kind 'MaterializedView' already exists.", Kusto.EXISTS),
    NOTHING_TO_UNDO("CMD219", "there is no drop of table '%s' at version '%s' to undo", Kusto.BAD_REQUEST),
    DATABASE_EXISTS("CMD220", "Entity '%s' of kind 'Database' already exists.", Kusto.EXISTS),
    RESULT_NOT_FOUND("CMD221", "Entity ID '%s' of kind 'StoredQueryResult' was not found.", Kusto.NOT_FOUND),
    RESULT_EXISTS("CMD222", "Entity '%s' of kind 'StoredQueryResult' already exists.", Kusto.EXISTS),
    EXTERNAL_TABLE_NOT_FOUND("CMD223", "Entity ID '%s' of kind 'ExternalTable' was not found.", Kusto.NOT_FOUND),
    EXTERNAL_TABLE_EXISTS("CMD224", "Entity '%s' of kind 'ExternalTable' already exists.", Kusto.EXISTS),
    CONTINUOUS_EXPORT_NOT_FOUND("CMD225", "Entity ID '%s' of kind 'ContinuousExport' was not found.", Kusto.NOT_FOUND),
    SCHEMA_MISMATCH(
            "CMD301",
            "Query schema does not match table schema. QuerySchema=('%s'), TableSchema=('%s')",
            Kusto.BAD_REQUEST),
    MISSING_RESULT_COLUMN("CMD302", "the query has no column '%s' of type %s", Kusto.BAD_REQUEST),
    MISSING_TARGET_COLUMN("CMD303", "table '%s' has no column '%s' of type %s, as table '%s' has", Kusto.BAD_REQUEST),
    BAD_RECORD("CMD304", "record %d: %s", Kusto.BLOB),
    BLOB_NOT_FOUND("CMD305", "there is no blob '%s': %s", Kusto.NO_BLOB),
    FOREIGN_ROWS("CMD306", "%d of the rows to delete are no rows of table '%s'", Kusto.BAD_REQUEST),
    TOO_MANY_ROWS("CMD307", "%d rows are to be deleted, and one command deletes at most %d", Kusto.BAD_REQUEST),
    WRONG_NUMBER_OF_FIELDS("CMD308", "record %d: %s", Kusto.FIELDS),
    CLOSING_QUOTE_MISSING("CMD309", "record %d: %s", Kusto.QUOTE),
    EMPTY_BLOB("CMD310", "the blob '%s' is empty", Kusto.EMPTY),
    NO_EXPORT_TARGET("CMD311", "nothing can be exported to '%s'", Kusto.BAD_REQUEST),
    VIEW_WOULD_MISS_ROWS(
            "CMD312",
            "Cannot move extents to '%s' since materialized view '%s' will not process these extents (can lead to data"
                    + " loss in the materialized view)",
            Kusto.BAD_REQUEST),
    BAD_VIEW("CMD313", "materialized view '%s' cannot be made: %s", Kusto.BAD_REQUEST),
    UNCHANGEABLE_VIEW("CMD314", "materialized view '%s' cannot be changed: %s", Kusto.BAD_REQUEST),
    UNMERGEABLE("CMD315", "extents of table '%s' cannot be merged: %s", Kusto.BAD_REQUEST),
    TOO_MANY_COLUMNS("CMD316", "the query has %d columns, and a stored result has at most %d", Kusto.BAD_REQUEST),
    NO_EXTERNAL_FILES("CMD317", "the files of external table '%s' cannot be found: %s", Kusto.BAD_REQUEST),
    BAD_CONTINUOUS_EXPORT("CMD319", "continuous export '%s' cannot be made: %s", Kusto.BAD_REQUEST),
    BLOB_FORBIDDEN("CMD320", "the storage refuses blob '%s': %s", Kusto.FORBIDDEN_BLOB),
    SOURCE_NOT_ALLOWED("CMD321", "nothing is read from %s", Kusto.FORBIDDEN_BLOB),
    UPDATE_POLICY_FAILED(
            "CMD330", "Failed to invoke update policy. Target Table = '%s', Query = '%s': %s", Kusto.UPDATE_FAILED),
    UPDATE_POLICY_SCHEMA(
            "CMD331",
            "Failed to invoke update policy. Target Table = '%s', Query = '%s': Query schema does not match table schema."
                    + " QuerySchema=('%s'), TableSchema=('%s')",
            Kusto.UPDATE_SCHEMA),
    ZERO_RETENTION("CMD332", "table '%s' keeps no rows, and no update policy takes them", Kusto.NO_RETENTION),
    UPDATE_QUERY_TABLE("CMD333", "the query of an update policy cannot read %s", Kusto.BAD_REQUEST),
    FORBIDDEN(
            "CMD401",
            "Principal '%s' is not authorized to perform this operation on %s: it needs the right '%s'",
            Kusto.DENIED),
    UNKNOWN_COMMAND("CMD901", "there is no command '%s'", Kusto.SYNTAX),
    UNSUPPORTED("CMD902", "%s is not supported", Kusto.BAD_REQUEST),
    MISSING_COMMAND("CMD903", "the emulator does not have the command '%s' of Azure Data Explorer", Kusto.BAD_REQUEST);

    private final String code;
    private final String template;
    private final Kusto kusto;

    CommandProblem(String code, String template, Kusto kusto) {
        this.code = code;
        this.template = template;
        this.kusto = kusto;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String template() {
        return template;
    }

    /** The {@code code} of Kusto's error body. */
    public String kustoCode() {
        return kusto.code;
    }

    /** The {@code @type} of Kusto's error body. */
    public String kustoType() {
        return kusto.type;
    }

    public int httpStatus() {
        return kusto.status;
    }

    /** How the service calls a kind of error. */
    private enum Kusto {
        SYNTAX(400, "BadRequest_SyntaxError", "Kusto.Data.Exceptions.SyntaxException"),
        BAD_REQUEST(400, "General_BadRequest", "Kusto.Data.Exceptions.KustoBadRequestException"),
        PROPERTY(
                400,
                "BadRequest_MalformedIngestionProperty",
                "Kusto.DataNode.Exceptions.MalformedIngestionPropertyException"),
        NOT_FOUND(400, "BadRequest_EntityNotFound", "Kusto.Common.Svc.Exceptions.EntityNotFoundException"),
        EXISTS(400, "BadRequest_EntityAlreadyExists", "Kusto.Common.Svc.Exceptions.EntityAlreadyExistsException"),
        NO_MAPPING(400, "BadRequest_MappingReferenceWasNotFound", "Kusto.DataNode.Exceptions.MappingNotFoundException"),
        DENIED(403, "Forbidden", "Kusto.Data.Exceptions.KustoRequestDeniedException"),
        NAME(400, "BadRequest_EntityNameIsNotValid", "Kusto.Common.Svc.Exceptions.EntityNameIsNotValidException"),
        NO_DATABASE(404, "NotFound", "Kusto.Common.Svc.Exceptions.EntityNameDoesNotExistException"),
        BLOB(400, "BadRequest_InvalidBlob", Kusto.DATA),
        EMPTY(400, "BadRequest_EmptyBlob", Kusto.DATA),
        NO_BLOB(400, "Download_SourceNotFound", Kusto.DATA),
        FORBIDDEN_BLOB(400, "Download_Forbidden", Kusto.DATA),
        UPDATE_FAILED(400, "UpdatePolicy_IngestionError", "Kusto.DataNode.Exceptions.UpdatePolicyFailureException"),
        UPDATE_SCHEMA(
                400,
                "UpdatePolicy_QuerySchemaDoesNotMatchTableSchema",
                "Kusto.DataNode.Exceptions.UpdatePolicyFailureException"),
        NO_RETENTION(400, "BadRequest_ZeroRetentionPolicyWithNoUpdatePolicy", Kusto.DATA),
        FIELDS(400, "Stream_WrongNumberOfFields", Kusto.DATA),
        QUOTE(400, "Stream_ClosingQuoteMissing", Kusto.DATA);

        private static final String DATA = "Kusto.DataNode.Exceptions.InvalidDataException";

        private final int status;
        private final String code;
        private final String type;

        Kusto(int status, String code, String type) {
            this.status = status;
            this.code = code;
            this.type = type;
        }
    }
}
