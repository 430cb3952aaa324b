package io.adxflow.run.spark;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.SparkException;

/** What went wrong inside Spark, as one message: the first cause that is not Spark's own wrapping. */
final class SparkFailure {
    private SparkFailure() {}

    /** The failure as one that the run reports. Spark has tried its tasks again by now, so nobody else has to. */
    static RuntimeException of(String doing, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException || cause instanceof RemoteException) {
                return (RuntimeException) cause;
            }
        }
        Throwable root = root(failure);
        return new RemoteException(doing + " failed: " + text(root) + hint(root), false, 0, "", failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause && !isOfAdx(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The connector's SDK says in words what its cause holds as the JSON of the answer; the connector relocates the SDK. */
    private static boolean isOfAdx(Throwable cause) {
        return cause.getClass().getName().endsWith("kusto.data.exceptions.DataServiceException");
    }

    /** A task's failure reaches the driver as text: the line after "Caused by", or the first one. */
    private static String text(Throwable root) {
        String message = String.valueOf(root.getMessage());
        if (!(root instanceof SparkException) || !message.contains("Lost task")) {
            return message.lines().findFirst().orElse("").isBlank() || root.getMessage() == null
                    ? root.toString()
                    : root.getClass().getSimpleName() + ": "
                            + message.lines().findFirst().orElse("");
        }
        return message.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()))
                .orElseGet(() -> message.lines().findFirst().orElse(""));
    }

    private static String hint(Throwable root) {
        String message = String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left on device")) {
            return "\n    hint: free disk space, or point SPARK_LOCAL_DIRS to a disk that has some";
        }
        if (root instanceof OutOfMemoryError) {
            return "\n    hint: give the JVM more memory with -Xmx, or let the KQL return fewer rows";
        }
        if (root instanceof ClassCastException && isOfConnector(root)) {
            return "\n    hint: the Kusto Spark connector reads no real that is NaN or infinite: write"
                    + " iff(isfinite(x), x, real(null)) in the KQL, or use engine: builtin";
        }
        return "";
    }

    /** The connector casts each value of an answer, and JSON has only text for what is no finite number. */
    private static boolean isOfConnector(Throwable root) {
        return Arrays.stream(root.getStackTrace()).anyMatch(frame -> frame.getClassName()
                .startsWith("com.microsoft.kusto.spark.datasource.KustoResponseDeserializer"));
    }
}
