package io.adxflow.run;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.run.model.SinkResult;
import java.util.List;

/** What a run does for one sink, in three strides that all sinks make together. */
interface SinkTask {
    /** Looks at the sink, and says what keeps the rows from going there. */
    List<Diagnostic> problems();

    /** Writes the rows where nobody sees them, and makes sure that all are there. */
    void stage();

    /** @throws io.adxflow.base.diagnostic.RemoteException when the rows did not become visible */
    void commit();

    SinkResult result();
}
