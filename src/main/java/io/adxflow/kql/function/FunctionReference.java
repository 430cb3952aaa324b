package io.adxflow.kql.function;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of the reference that lists everything that can be called, made from the rows. */
public final class FunctionReference {
    private static final String HEAD =
            """
            # Functions

            What the KQL compiler knows, made from its own tables; `scripts/golden` writes this page anew. A function that is
            not here is refused by name. `…` repeats a parameter, brackets mark one that may be left out.

            A string is never null: what is missing in it is empty. Unless its line says otherwise, a function gives null when
            one of its arguments is null, and an aggregate skips nulls.
            """;

    private FunctionReference() {}

    /** The page, in Markdown. */
    public static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (FunctionFamily family : FunctionFamily.ALL) {
            if (!family.isInternal()) {
                section(page, family.title(), lines(family));
            }
        }
        section(
                page,
                "Aggregates",
                AggregateFunctions.ALL.stream()
                        .map(row -> Line.call(row.signature(), row.summary()))
                        .toList());
        section(
                page,
                "Functions of neighbouring rows",
                WindowFunctions.ALL.stream()
                        .map(row -> Line.call(row.signature(), row.summary()))
                        .toList());
        section(
                page,
                "Special forms",
                SpecialForm.ALL.stream()
                        .map(form -> new Line(form.name(), form.call(), form.gives(), form.summary()))
                        .toList());
        return page.toString();
    }

    private record Line(String name, String text, String result, String summary) {
        static Line call(Signature signature, String summary) {
            return new Line(
                    signature.name(), signature.text(), signature.result().text(), summary);
        }

        static Line operation(Signature signature, String summary) {
            return new Line(
                    signature.name(),
                    FunctionReference.operation(signature),
                    signature.result().text(),
                    summary);
        }
    }

    private static String operation(Signature signature) {
        List<String> types = signature.parameters().stream()
                .map(parameter -> parameter.type().word() + (parameter.isRepeated() ? "…" : ""))
                .toList();
        String name = signature.name();
        return switch (types.size()) {
            case 1 -> name + types.get(0);
            case 2 -> types.get(0) + " " + name + " "
                    + (types.get(1).endsWith("…") ? "(" + types.get(1) + ")" : types.get(1));
            default -> types.get(0) + " " + name + " (" + types.get(1) + " .. " + types.get(2) + ")";
        };
    }

    private static List<Line> lines(FunctionFamily family) {
        return family.functions().stream()
                .map(row -> family.isOperators()
                        ? Line.operation(row.signature(), row.summary())
                        : Line.call(row.signature(), row.summary()))
                .toList();
    }

    private static void section(StringBuilder page, String title, List<Line> lines) {
        page.append("\n## ").append(title).append("\n\n| call | gives | |\n| --- | --- | --- |\n");
        Map<String, List<Line>> byName =
                lines.stream().collect(Collectors.groupingBy(Line::name, LinkedHashMap::new, Collectors.toList()));
        byName.values().forEach(overloads -> page.append(row(overloads)));
    }

    private static String row(List<Line> overloads) {
        Set<String> calls = new LinkedHashSet<>();
        Set<String> results = new LinkedHashSet<>();
        Set<String> summaries = new LinkedHashSet<>();
        for (Line line : overloads) {
            calls.add("`" + line.text().replace("|", "\\|") + "`");
            results.add(line.result());
            summaries.add(line.summary());
        }
        return "| %s | %s | %s |\n"
                .formatted(String.join("<br>", calls), String.join(", ", results), String.join("; ", summaries));
    }
}
