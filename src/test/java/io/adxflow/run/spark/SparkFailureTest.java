package io.adxflow.run.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.kusto.data.exceptions.DataServiceException;
import com.microsoft.azure.kusto.data.exceptions.DataWebException;
import io.adxflow.base.diagnostic.RemoteException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class SparkFailureTest {
    /** As the connector 7.1.1 fails, for ADX sends {@code "NaN"} where it expects a number. */
    @Test
    void aRealThatTheConnectorCannotReadHasAHint() {
        ClassCastException cast =
                new ClassCastException("class java.lang.String cannot be cast to class java.lang.Double");
        cast.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("scala.runtime.BoxesRunTime", "unboxToDouble", "BoxesRunTime.java", 116),
            new StackTraceElement(
                    "com.microsoft.kusto.spark.datasource.KustoResponseDeserializer", "$anonfun$toRows$2", "", 1)
        });
        assertThat(SparkFailure.of("writing 'T'", new SparkException("job aborted", cast)))
                .hasMessageStartingWith("writing 'T' failed: ClassCastException: class java.lang.String")
                .hasMessageContaining("hint: the Kusto Spark connector reads no real that is NaN")
                .hasMessageContaining("engine: builtin");
    }

    @Test
    void anAnswerOfAdxIsSaidInWords() {
        Exception answer = new DataWebException("{\"error\":{\"code\":\"General_BadRequest\"}}");
        Exception words =
                new DataServiceException("ingestion", "Request is invalid: there is no table 'T'", answer, true);
        assertThat(SparkFailure.of("opening the sources", new IllegalStateException(words)))
                .isInstanceOf(RemoteException.class)
                .hasMessage(
                        "opening the sources failed: DataServiceException: Request is invalid: there is no table 'T'");
    }

    @Test
    void anotherCastHasNone() {
        assertThat(SparkFailure.of("writing 'T'", new ClassCastException("no")))
                .hasMessage("writing 'T' failed: ClassCastException: no");
    }
}
