package io.adxflow.run.model;

import io.adxflow.job.model.Check;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Otherwise;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a step that go to another table than the rest. A row that fails several checks of the same table goes there
 * once. The table gets the columns of the step and two more, which say what was wrong and which run found it.
 *
 * @param into the ADX table
 */
public record Quarantine(Text step, Text into, List<Check> checks) {
    public static final String REASON = "FailedChecks";
    public static final String RUN = "RunId";

    public Quarantine {
        checks = List.copyOf(checks);
    }

    /** The quarantines of a job, in the order of its steps. */
    public static List<Quarantine> of(Job job) {
        List<Quarantine> found = new ArrayList<>();
        for (Step step : job.steps()) {
            Map<String, List<Check>> byTable = new LinkedHashMap<>();
            job.checksOf(step).stream()
                    .filter(check -> check.otherwise() == Otherwise.QUARANTINE)
                    .forEach(check -> byTable.computeIfAbsent(
                                    check.into().orElseThrow().value(), table -> new ArrayList<>())
                            .add(check));
            byTable.values()
                    .forEach(checks -> found.add(
                            new Quarantine(step.name(), checks.get(0).into().orElseThrow(), checks)));
        }
        return found;
    }
}
