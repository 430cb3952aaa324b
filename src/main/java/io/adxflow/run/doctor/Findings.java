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
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    List<Finding> all() {
        return List.copyOf(all);
    }

    /**
     * Looks at a prerequisite.
     *
     * @param look says what it found, or throws
     * @return whether the prerequisite stands
     */
    boolean look(String subject, Supplier<String> look) {
        try {
            all.add(new Finding(subject, Verdict.OK, look.get(), Optional.empty()));
            return true;
        } catch (UserException mistake) {
            mistake(subject, mistake);
        } catch (RemoteException failure) {
            String[] parts = failure.getMessage().split("; ", 2);
            all.add(new Finding(
                    subject, Verdict.FAILED, parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty()));
        }
        return false;
    }

    void failed(String subject, String detail, String repair) {
        all.add(new Finding(subject, Verdict.FAILED, detail, Optional.of(repair)));
    }

    void skipped(String subject, String why) {
        all.add(new Finding(subject, Verdict.SKIPPED, why, Optional.empty()));
    }

    private void mistake(String subject, UserException mistake) {
        for (Diagnostic diagnostic : mistake.diagnostics()) {
            String text = diagnostic.code() + " " + diagnostic.message();
            all.add(new Finding(subject, Verdict.FAILED, text, diagnostic.hint()));
        }
    }
}
