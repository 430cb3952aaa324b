package io.adxflow.run.doctor;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.run.doctor.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects findings: whatever a look at a prerequisite throws is one. */
public final class Findings {
    private static final String HINT = "hint: ";

    private final List<Finding> all = new ArrayList<>();

    synchronized List<Finding> all() {
        return List.copyOf(all);
    }

    /**
     * Looks at a prerequisite.
     *
     * @param look says what it found, or throws
     * @return whether the prerequisite stands
     */
    public boolean look(String subject, Supplier<String> look) {
        try {
            add(subject, Verdict.OK, look.get(), Optional.empty());
            return true;
        } catch (UserException mistake) {
            failed(subject, mistake.diagnostics());
        } catch (RemoteException failure) {
            String[] parts = failure.getMessage().split("\\s*\\n\\s*hint: |; ", 2);
            add(
                    subject,
                    Verdict.FAILED,
                    firstLine(parts[0]),
                    parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
        }
        return false;
    }

    void failed(String subject, List<Diagnostic> problems) {
        problems.forEach(problem ->
                add(subject, Verdict.FAILED, problem.code() + " " + firstLine(problem.message()), repair(problem)));
    }

    /** What ADX says about a query may show the query, and have a hint of its own. */
    private static Optional<String> repair(Diagnostic problem) {
        return problem.hint().or(() -> problem.message()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(HINT))
                .map(line -> line.substring(HINT.length()))
                .findFirst());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    void failed(String subject, String detail, String repair) {
        add(subject, Verdict.FAILED, detail, Optional.of(repair));
    }

    public void skipped(String subject, String why) {
        add(subject, Verdict.SKIPPED, why, Optional.empty());
    }

    private synchronized void add(String subject, Verdict verdict, String detail, Optional<String> repair) {
        all.add(new Finding(subject, verdict, detail, repair));
    }
}
