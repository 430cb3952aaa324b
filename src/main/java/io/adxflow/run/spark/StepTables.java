package io.adxflow.run.spark;

import io.adxflow.job.model.Job;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import io.adxflow.run.model.RunProblem;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Says to Spark what the steps of a job are. Their inputs are temporary views by now. */
final class StepTables {
    private final SparkSession session;
    private final Job job;

    StepTables(SparkSession session, Job job) {
        this.session = session;
        this.job = job;
    }

    Dataset<Row> define(Step step) {
        if (step instanceof Step.Sql sql) {
            return session.sql(sql.query().text());
        }
        Step.JavaClass java = (Step.JavaClass) step;
        Map<String, Dataset<Row>> inputs = new LinkedHashMap<>();
        for (Text input : java.inputs()) {
            inputs.put(input.value(), session.table(input.value()));
        }
        return instance(java).compute(session, inputs);
    }

    private SparkStep instance(Step.JavaClass step) {
        String name = step.className().value();
        try {
            Class<?> found = Class.forName(name, true, Thread.currentThread().getContextClassLoader());
            if (!SparkStep.class.isAssignableFrom(found)) {
                throw notAStep(step, "it does not implement " + SparkStep.class.getName());
            }
            return (SparkStep) found.getConstructor().newInstance();
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            throw RunProblem.NO_SUCH_CLASS
                    .at(step.className().span(), name)
                    .withHint("put its jar beside adxflow: --jars of spark-submit, a library of the Databricks cluster")
                    .in(job.text())
                    .toException();
        } catch (NoSuchMethodException | IllegalAccessException hidden) {
            throw notAStep(step, "it has no public constructor without parameters");
        } catch (InstantiationException abstractClass) {
            throw notAStep(step, "it is abstract");
        } catch (InvocationTargetException failure) {
            throw notAStep(step, "its constructor failed: " + failure.getCause());
        }
    }

    private RuntimeException notAStep(Step.JavaClass step, String why) {
        return RunProblem.NOT_A_STEP
                .at(step.className().span(), step.className().value(), why)
                .in(job.text())
                .toException();
    }
}
