package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.sparktest.SharedSpark;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class PartitionCountsTest {
    @Test
    void aTaskThatRunsTwiceCountsOnce() {
        SparkSession spark = SharedSpark.session();
        PartitionCounts counts = new PartitionCounts();
        spark.sparkContext().register(counts, "rows");
        FilterFunction<Row> failingOnce = row -> {
            if (TaskContext.get().attemptNumber() == 0 && row.getLong(0) % 1000 == 999) {
                throw new IllegalStateException("injected");
            }
            return row.getLong(0) % 2 == 0;
        };
        Dataset<Row> rows = spark.sql("SELECT id FROM range(0, 4000, 1, 4)").filter(failingOnce);
        counts.counting(rows).write().format("noop").mode("overwrite").save();
        assertThat(counts.rows()).isEqualTo(2000);
        assertThat(counts.value()).hasSize(4);
    }
}
