package io.adxflow.cli;

import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.RunPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Shows what a run is doing: one line that changes where a person watches, one line a phase elsewhere. */
final class RunProgress implements RunListener, AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofMillis(100);
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final Clock clock;
    private final Instant startedAt;
    private String doing = "";
    private Instant drawnAt = Instant.EPOCH;

    RunProgress(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public synchronized void started(RunPhase phase, String subject) {
        doing = phase.text() + (subject.isEmpty() ? "" : " " + subject);
        if (terminal.isInteractive()) {
            draw("");
        } else {
            terminal.say(seconds() + "  " + doing);
        }
    }

    @Override
    public synchronized void progressed(Progress progress) {
        boolean isDue = Duration.between(drawnAt, clock.instant()).compareTo(BETWEEN_LINES) >= 0;
        if (terminal.isInteractive() && isDue) {
            draw(String.format(
                    Locale.ROOT,
                    "  %d/%d tasks, %,d rows read, %,d written",
                    progress.tasksDone(),
                    progress.tasksKnown(),
                    progress.rowsRead(),
                    progress.rowsWritten()));
        }
    }

    @Override
    public synchronized void noted(String line) {
        clear();
        terminal.say("note: " + line);
    }

    @Override
    public synchronized void close() {
        clear();
    }

    private void draw(String detail) {
        drawnAt = clock.instant();
        terminal.err().print(CLEAR + seconds() + "  " + doing + detail);
        terminal.err().flush();
    }

    private void clear() {
        if (terminal.isInteractive()) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
        }
    }

    private String seconds() {
        double passed = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "%5.1f s", passed);
    }
}
