package io.adxflow.cli;

import java.util.function.Consumer;

/** Shows what is being looked at, in one line that changes, where a person watches; elsewhere nothing. */
record LookProgress(Terminal terminal) implements Consumer<String>, AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";
    private static final int WIDTH = 78;

    @Override
    public synchronized void accept(String subjects) {
        if (terminal.isInteractive() && !subjects.isEmpty()) {
            String line = "looking at " + subjects;
            draw(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
        }
    }

    @Override
    public synchronized void close() {
        if (terminal.isInteractive()) {
            draw("");
        }
    }

    private void draw(String line) {
        terminal.err().print(CLEAR + line);
        terminal.err().flush();
    }
}
