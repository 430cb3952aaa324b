package io.adxflow.adx.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of one result as they arrive, in bounded memory. The end is reached only after the whole answer proved
 * sound; until then a row may be part of a result that fails, so nothing may be published before
 * {@link #hasNext} says false.
 */
public final class AdxRowStream implements Iterator<Object[]>, AutoCloseable {
    private final FrameReader frames;
    private final String requestId;
    private final List<AdxColumn> columns;
    private final boolean hasSecond;
    private Optional<AdxResult> second = Optional.empty();
    private Object[] next;
    private boolean ended;

    private AdxRowStream(FrameReader frames, String requestId, boolean hasSecond) {
        this.frames = frames;
        this.hasSecond = hasSecond;
        this.requestId = requestId;
        this.columns = frames.columns();
    }

    /** Reads up to the first row. The body is closed with the stream, or at once when there is no result in it. */
    static AdxRowStream over(InputStream body, String requestId, Failures failures, boolean hasSecond) {
        try {
            FrameReader frames = new FrameReader(body, failures);
            if (!frames.nextTable()) {
                throw AdxProblem.NO_RESULT.with().toException();
            }
            return new AdxRowStream(frames, requestId, hasSecond);
        } catch (RuntimeException e) {
            close(body, e);
            throw e;
        }
    }

    private static void close(InputStream body, Exception reason) {
        try {
            body.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    public List<AdxColumn> columns() {
        return columns;
    }

    /** The client request id under which ADX knows the query. */
    public String requestId() {
        return requestId;
    }

    /**
     * @throws io.adxflow.base.diagnostic.RemoteException if the answer is cut off or reports an error
     * @throws io.adxflow.base.diagnostic.UserException if the result was truncated, or there is more than one
     */
    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            ObjectRow row = new ObjectRow(columns.size());
            next = advance(row) ? row.values() : null;
        }
        return next != null;
    }

    /**
     * Puts the next row into a sink, if there is one: what {@link #hasNext} and {@link #next} do, without objects. A
     * stream is read in one of the two ways.
     *
     * @throws io.adxflow.base.diagnostic.RemoteException as {@link #hasNext}
     * @throws io.adxflow.base.diagnostic.UserException as {@link #hasNext}
     */
    public boolean advance(RowSink sink) {
        if (ended) {
            return false;
        }
        if (frames.nextRow(sink)) {
            return true;
        }
        ended = true;
        readSecond();
        if (frames.nextTable()) {
            throw AdxProblem.SEVERAL_RESULTS.with().toException();
        }
        return false;
    }

    /**
     * The small second result of {@link AdxClient#streamWithSecond}, of the same moment as the rows.
     *
     * @throws IllegalStateException before {@link #hasNext} said false
     */
    public AdxResult second() {
        return second.orElseThrow(() -> new IllegalStateException("the rows before it were not all read"));
    }

    private void readSecond() {
        if (!hasSecond) {
            return;
        }
        if (!frames.nextTable()) {
            throw AdxProblem.NO_RESULT.with().toException();
        }
        List<List<Object>> rows = new ArrayList<>();
        List<AdxColumn> names = frames.columns();
        for (ObjectRow row = new ObjectRow(names.size()); frames.nextRow(row); row = new ObjectRow(names.size())) {
            rows.add(Arrays.asList(row.values()));
        }
        second = Optional.of(new AdxResult(names, rows, requestId));
    }

    /** A row with the Java types that {@link AdxType} names; the array is the caller's. */
    @Override
    public Object[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object[] row = next;
        next = null;
        return row;
    }

    @Override
    public void close() {
        try {
            frames.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
