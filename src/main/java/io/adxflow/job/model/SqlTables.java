package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Diagnostic;
import java.util.List;

/**
 * What is known about a piece of Spark SQL without running it.
 *
 * @param names the tables that it reads and does not define itself, each once, in the order of the text; places in the file
 * @param problems what is wrong with its syntax; places in the file
 */
public record SqlTables(List<Text> names, List<Diagnostic> problems) {
    public SqlTables {
        names = List.copyOf(names);
        problems = List.copyOf(problems);
    }
}
