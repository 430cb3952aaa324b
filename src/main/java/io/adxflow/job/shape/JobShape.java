package io.adxflow.job.shape;

import static io.adxflow.job.shape.Key.optional;
import static io.adxflow.job.shape.Key.required;
import static io.adxflow.job.shape.Kinds.OPTIONS;
import static io.adxflow.job.shape.Kinds.PLAIN;
import static io.adxflow.job.shape.Kinds.TEXT;
import static io.adxflow.job.shape.Kinds.either;
import static io.adxflow.job.shape.Kinds.words;

import io.adxflow.job.model.FileFormat;
import io.adxflow.job.model.Otherwise;
import io.adxflow.job.model.ParameterType;
import io.adxflow.job.model.WriteMode;
import java.util.stream.Stream;

/** The keys of a job. */
public final class JobShape {
    /** What sources, steps and sinks may be called. */
    public static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,127}";

    /** What a job may be called. */
    public static final String JOB_NAME = "[A-Za-z][A-Za-z0-9_-]{0,99}";

    /** What an ADX table may be called. */
    public static final String ADX_TABLE = "[A-Za-z0-9_][A-Za-z0-9_ .-]{0,1022}";

    private static final Kind KQL = new Kind.Code("KQL");
    private static final Kind SQL = new Kind.Code("Spark SQL");
    private static final Kind FORMAT = words(Stream.of(FileFormat.values()).map(FileFormat::word));

    public static final Shape PARAMETER = Shape.of(
            "parameter",
            "A value that the text of the job uses as `{{name}}`; a plain value is short for `default:`",
            optional(
                    "type",
                    words(Stream.of(ParameterType.values()).map(ParameterType::word)),
                    "The type of the values, `string` when it is left out and there is no default to tell"),
            optional("default", PLAIN, "The value when neither the environment nor `--set` has one"),
            optional("description", TEXT, "What the parameter is for"));

    public static final Shape SPARK = Shape.of(
                    "spark",
                    "Anything that Spark reads or writes by itself",
                    optional("table", TEXT, "A table of Spark's catalog: `catalog.schema.name`"),
                    optional("format", TEXT, "The short name or class of a Spark data source"),
                    optional("options", OPTIONS, "Options of the data source; a value may be `{{secrets/scope/key}}`"))
            .withOneOf("table", "format");

    public static final Shape SOURCE = Shape.of(
                    "source",
                    "A table that the job reads",
                    optional("kql", KQL, "A query that ADX runs"),
                    optional("table", new Kind.Text(ADX_TABLE), "An ADX table, all of it"),
                    optional("file", TEXT, "A file or folder; a relative path begins at the folder of the job file"),
                    optional("spark", new Kind.Keys(SPARK), "Any table or data source of Spark"),
                    optional("format", FORMAT, "The format of the file, when its extension does not tell"),
                    optional("options", OPTIONS, "Options of Spark's file reader"))
            .withOneOf("kql", "table", "file", "spark");

    public static final Shape STEP = Shape.of(
                    "step",
                    "A table that the job computes; a plain text is short for `sql:`",
                    optional("sql", SQL, "A query over sources and other steps"),
                    optional(
                            "java",
                            new Kind.Text("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*"),
                            "A class that computes the table"),
                    optional("from", either(TEXT, new Kind.Items(TEXT)), "The sources and steps that the class reads"))
            .withOneOf("sql", "java");

    public static final Shape CHECK = Shape.of(
            "check",
            "A condition that every row of a step meets; a plain text is short for `that:`",
            required("that", SQL, "A Spark SQL condition over the columns of the step"),
            optional(
                    "otherwise",
                    words(Stream.of(Otherwise.values()).map(Otherwise::word)),
                    "What happens to a row that fails: `fail` (the run fails, nothing is written; the default), "
                            + "`drop`, `warn` or `quarantine`"),
            optional("into", new Kind.Text(ADX_TABLE), "The ADX table that takes the rows in quarantine"));

    public static final Shape SINK = Shape.of(
                    "sink",
                    "A table that the job writes: an ADX table of the sink's name, unless `table`, `file` or `spark`"
                            + " says else",
                    required("from", TEXT, "The step or source whose rows are written"),
                    required(
                            "mode",
                            words(Stream.of(WriteMode.values()).map(WriteMode::word)),
                            "What happens to the rows that are there"),
                    optional("table", new Kind.Text(ADX_TABLE), "The ADX table, when it is not called like the sink"),
                    optional("file", TEXT, "A folder of files; a relative path begins at the folder of the job file"),
                    optional("spark", new Kind.Keys(SPARK), "Any table or data source of Spark"),
                    optional("format", FORMAT, "The format of the files, when the extension does not tell"),
                    optional("options", OPTIONS, "Options of Spark's file writer"),
                    optional("key", either(TEXT, new Kind.Items(TEXT)), "The columns that an upsert matches on"))
            .withAtMostOneOf("table", "file", "spark");

    public static final Shape JOB = Shape.of(
            "job",
            "What to read, what to compute, and what to write",
            required("name", new Kind.Text(JOB_NAME), "What plans, reports and tags call the job"),
            optional("description", TEXT, "What the job is for"),
            optional("parameters", new Kind.Named(either(PLAIN, new Kind.Keys(PARAMETER))), "Values that may change"),
            required("read", new Kind.Named(new Kind.Keys(SOURCE)), "The sources, by name"),
            optional("transform", new Kind.Named(either(SQL, new Kind.Keys(STEP))), "The steps, by name, in any order"),
            optional("check", new Kind.Named(new Kind.Items(either(SQL, new Kind.Keys(CHECK)))), "The checks, by step"),
            required("write", new Kind.Named(new Kind.Keys(SINK)), "The sinks, by name"),
            optional("schedule", new Kind.Keys(DeploymentShape.SCHEDULE), "When Databricks runs the job by itself"),
            optional("deploy", new Kind.Keys(DeploymentShape.DEPLOY), "How Databricks treats the job"));

    private JobShape() {}
}
