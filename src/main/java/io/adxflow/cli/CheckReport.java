package io.adxflow.cli;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code adxflow check} found, for people and for machines. */
record CheckReport(int jobs, List<Diagnostic> diagnostics) {
    long errors() {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    private long warnings() {
        return diagnostics.size() - errors();
    }

    String text() {
        String findings = diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
        return findings.isEmpty() ? summary() : findings + "\n" + summary();
    }

    private String summary() {
        if (diagnostics.isEmpty()) {
            return counted(jobs, "job") + " checked, nothing is wrong";
        }
        return counted(jobs, "job") + " checked: " + counted(errors(), "error") + ", " + counted(warnings(), "warning");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("jobs", jobs);
        report.put("errors", errors());
        report.put("warnings", warnings());
        report.put("diagnostics", diagnostics.stream().map(CheckReport::fields).toList());
        return Json.write(report);
    }

    private static Map<String, Object> fields(Diagnostic diagnostic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", diagnostic.isError() ? "error" : "warning");
        fields.put("code", diagnostic.code());
        fields.put("message", diagnostic.message());
        diagnostic.hint().ifPresent(hint -> fields.put("hint", hint));
        diagnostic.source().ifPresent(source -> place(diagnostic, source, fields));
        return fields;
    }

    private static void place(Diagnostic diagnostic, SourceText source, Map<String, Object> fields) {
        fields.put("file", source.name());
        fields.put("line", source.line(diagnostic.span().start()));
        fields.put("column", source.column(diagnostic.span().start()));
        fields.put("end_line", source.line(diagnostic.span().end()));
        fields.put("end_column", source.column(diagnostic.span().end()));
    }
}
