package io.adxflow.run.doctor;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at several things side by side. What is found is shown in the order in which the looks began; one that takes too
 * long is a finding of its own.
 */
final class Looks implements AutoCloseable {
    private final Consumer<String> progress;
    private final InstantSource clock;
    private final Duration limit;
    private final Instant end;
    private final List<Look<?>> looks = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "adxflow-doctor");
        thread.setDaemon(true);
        return thread;
    });

    /** @param progress hears what is being looked at, whenever that changes */
    Looks(Consumer<String> progress, InstantSource clock, Duration limit) {
        this.progress = progress;
        this.clock = clock;
        this.limit = limit;
        this.end = clock.instant().plus(limit);
    }

    /** Something that is being looked at, or was. */
    record Look<T>(String subject, Findings findings, Future<T> result) {}

    <T> Look<T> begin(String subject, Function<Findings, T> work) {
        Findings findings = new Findings();
        Look<T> look = new Look<>(subject, findings, threads.submit(() -> result(subject, findings, work)));
        looks.add(look);
        tell();
        return look;
    }

    /** What breaks off a look is a finding, too. */
    private static <T> T result(String subject, Findings findings, Function<Findings, T> work) {
        try {
            return work.apply(findings);
        } catch (UserException | RemoteException failure) {
            findings.look(subject, () -> {
                throw failure;
            });
            return null;
        }
    }

    /** As {@link #begin}, for a look that nothing else rests on. */
    void beside(String subject, Consumer<Findings> work) {
        begin(subject, findings -> {
            work.accept(findings);
            return subject;
        });
    }

    /** What a look came to; empty when it took too long. */
    <T> Optional<T> await(Look<T> look) {
        try {
            long left = Math.max(0, Duration.between(clock.instant(), end).toMillis());
            T result = look.result().get(left, TimeUnit.MILLISECONDS);
            tell();
            return Optional.ofNullable(result);
        } catch (TimeoutException late) {
            if (look.result().cancel(true)) {
                look.findings()
                        .failed(
                                look.subject(),
                                "no answer within " + limit.toSeconds() + " s",
                                "look at the network, and run adxflow doctor again");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while looking", stop);
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a look at '" + look.subject() + "' failed", defect.getCause());
        }
        return Optional.empty();
    }

    /** Waits for all looks; what was found, in the order in which they began. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (Look<?> look : List.copyOf(looks)) {
            if (!look.result().isCancelled()) {
                await(look);
            }
            all.addAll(look.findings().all());
        }
        return all;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void tell() {
        progress.accept(looks.stream()
                .filter(look -> !look.result().isDone())
                .map(Look::subject)
                .collect(Collectors.joining(", ")));
    }
}
