package io.adxflow.run.model;

import io.adxflow.job.model.Job;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Text;
import io.adxflow.job.model.WriteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of ADX that a run writes: a sink of the job, or the quarantine of a step.
 *
 * @param number from one, the same for the same job file
 * @param from the source or step whose rows are written
 */
public record AdxWrite(int number, Text name, Text table, Text from, WriteMode mode, Optional<Quarantine> quarantine) {
    /** What a job writes to ADX: its sinks in the order of the file, then its quarantines. */
    public static List<AdxWrite> of(Job job) {
        List<AdxWrite> writes = new ArrayList<>();
        for (Sink sink : job.sinks()) {
            if (sink instanceof Sink.Adx adx) {
                writes.add(new AdxWrite(
                        writes.size() + 1,
                        adx.name(),
                        adx.table(),
                        adx.from(),
                        adx.mode().value(),
                        Optional.empty()));
            }
        }
        for (Quarantine quarantine : Quarantine.of(job)) {
            writes.add(new AdxWrite(
                    writes.size() + 1,
                    quarantine.into(),
                    quarantine.into(),
                    quarantine.step(),
                    WriteMode.APPEND,
                    Optional.of(quarantine)));
        }
        return writes;
    }
}
