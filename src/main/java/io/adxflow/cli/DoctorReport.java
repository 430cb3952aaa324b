package io.adxflow.cli;

import io.adxflow.base.json.Json;
import io.adxflow.run.doctor.Finding;
import io.adxflow.run.doctor.Finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the doctor found, for people and for machines. */
record DoctorReport(List<Finding> findings) {
    long failures() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .count();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int width = findings.stream()
                .mapToInt(finding -> finding.subject().length())
                .max()
                .orElse(0);
        for (Finding finding : findings) {
            text.append(mark(finding.verdict()))
                    .append("  ")
                    .append(String.format("%-" + Math.max(width, 1) + "s", finding.subject()))
                    .append("  ")
                    .append(finding.detail())
                    .append('\n');
            finding.repair()
                    .ifPresent(repair ->
                            text.append("      repair: ").append(repair).append('\n'));
        }
        return text.append(failures() == 0 ? "everything that was looked at is there" : failures() + " to repair")
                .toString();
    }

    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("failures", failures());
        report.put("findings", findings.stream().map(DoctorReport::fields).toList());
        return Json.write(report);
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", finding.subject());
        fields.put("verdict", mark(finding.verdict()).strip().toLowerCase(Locale.ROOT));
        fields.put("detail", finding.detail());
        finding.repair().ifPresent(repair -> fields.put("repair", repair));
        return fields;
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case OK -> "ok  ";
            case FAILED -> "FAIL";
            case SKIPPED -> "skip";
        };
    }
}
