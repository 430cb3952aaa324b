package io.adxflow.run.spark;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.Step;
import io.adxflow.run.model.RunProblem;
import io.adxflow.run.quality.CheckSql;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Collects what Spark and ADX find wrong with the sources, steps and checks of a job, at their places in its file. */
final class Definition {
    private final Job job;
    private final List<Diagnostic> problems;

    Definition(Job job, List<Diagnostic> problems) {
        this.job = job;
        this.problems = problems;
    }

    Optional<Dataset<Row>> source(Source source, Supplier<Dataset<Row>> opened) {
        try {
            return Optional.of(opened.get());
        } catch (UserException mistake) {
            mistake.diagnostics().forEach(diagnostic -> problems.addAll(placed(diagnostic, source)));
        } catch (RemoteException noAnswer) {
            throw noAnswer;
        } catch (Exception failure) {
            problems.add(RunProblem.SOURCE_UNREADABLE
                    .at(spanOf(source), source.name().value(), text(failure))
                    .in(job.text()));
        }
        return Optional.empty();
    }

    Optional<Dataset<Row>> step(Step step, Supplier<Dataset<Row>> defined) {
        try {
            return Optional.of(defined.get());
        } catch (UserException mistake) {
            problems.addAll(mistake.diagnostics());
        } catch (RemoteException noAnswer) {
            throw noAnswer;
        } catch (Exception failure) {
            problems.add(stepProblem(step, failure));
        }
        return Optional.empty();
    }

    /** Whether the conditions fit the columns of the step. */
    boolean areComputable(List<Check> checks, Dataset<Row> rows) {
        int before = problems.size();
        for (Check check : checks) {
            try {
                rows.filter(CheckSql.passes(check)).schema();
            } catch (Exception failure) {
                problems.add(checkProblem(check, failure));
            }
        }
        return problems.size() == before;
    }

    private Diagnostic stepProblem(Step step, Exception failure) {
        String name = step.name().value();
        if (failure instanceof AnalysisException mistake && step instanceof Step.Sql sql) {
            SqlMistake found = new SqlMistake(mistake);
            Span span = sql.query().inFile(found.span(sql.query()));
            return found.withHint(RunProblem.STEP_INVALID.at(span, name, found.text()))
                    .in(job.text());
        }
        return RunProblem.STEP_INVALID
                .at(step.name().span(), name, text(failure))
                .in(job.text());
    }

    private Diagnostic checkProblem(Check check, Exception failure) {
        String condition = check.condition().text().strip();
        Diagnostic problem = RunProblem.CHECK_INVALID.at(
                check.condition().place(), condition, check.step().value(), text(failure));
        return (failure instanceof AnalysisException mistake ? new SqlMistake(mistake).withHint(problem) : problem)
                .in(job.text());
    }

    private List<Diagnostic> placed(Diagnostic diagnostic, Source source) {
        if (diagnostic.source().isPresent()) {
            return List.of(diagnostic);
        }
        List<Diagnostic> inQuery = source instanceof Source.Kql kql
                ? new KqlMistakes(diagnostic.message(), kql.query(), job.text()).placed()
                : List.of();
        Span whole = spanOf(source);
        return inQuery.isEmpty() ? List.of(diagnostic.moved(inner -> whole).in(job.text())) : inQuery;
    }

    private static Span spanOf(Source source) {
        if (source instanceof Source.Kql kql) {
            return kql.query().place();
        }
        return source instanceof Source.File file
                ? file.place().span()
                : source.name().span();
    }

    private static String text(Exception failure) {
        return failure instanceof AnalysisException mistake
                ? new SqlMistake(mistake).text()
                : String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
    }
}
