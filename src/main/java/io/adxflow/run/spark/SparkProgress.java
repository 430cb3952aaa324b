package io.adxflow.run.spark;

import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.RunListener.Progress;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells how far the tasks of the whole application are. On a shared cluster that includes the tasks of others. */
final class SparkProgress extends SparkListener {
    private final RunListener listener;
    private final Map<Integer, Integer> tasksOfStages = new HashMap<>();
    private int done;
    private long read;
    private long written;

    SparkProgress(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
        tasksOfStages.put(stage.stageInfo().stageId(), stage.stageInfo().numTasks());
        tell();
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        done++;
        if (task.taskMetrics() != null) {
            read += task.taskMetrics().inputMetrics().recordsRead();
            written += task.taskMetrics().outputMetrics().recordsWritten();
        }
        tell();
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted stage) {
        tell();
    }

    private void tell() {
        int known = tasksOfStages.values().stream().mapToInt(Integer::intValue).sum();
        listener.progressed(new Progress(done, Math.max(done, known), read, written));
    }
}
