package io.adxflow.emulator.command.function;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.store.ExternalReader;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.KqlProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks a function by a call with a value of each parameter's type. Whatever is wrong is told at its place. */
final class FunctionCheck {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final CommandContext context;
    private final Catalog catalog;
    private final String name;

    /** @param name of the function, which its body may not call */
    FunctionCheck(CommandContext context, Snapshot snapshot, String name) {
        this.context = context;
        // Its data may come later, and is read when the function is called.
        snapshot.reading(ExternalReader.NOTHING);
        this.catalog = new CatalogWithout(snapshot.catalog(), name);
        this.name = PLAIN.matcher(name).matches() ? name : "__f";
    }

    /** A function over tables of any columns can only be read: which columns it finds is known when it is called. */
    void check(QueryText parameters, QueryText body) {
        List<FunctionParameter> all = FunctionParameter.readAll(parameters);
        String declared = declaration(parameters, body);
        if (all.stream().anyMatch(parameter -> parameter.argument().isEmpty())) {
            compile(body, declared + "print 0");
            return;
        }
        String call = all.stream()
                .map(FunctionParameter::argument)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", name + "(", ")"));
        try {
            compile(body, declared + "print " + call);
        } catch (UserException e) {
            if (!isTable(e, body)) {
                throw e;
            }
            compile(body, declared + call);
        }
    }

    /** Of the same length as the command up to the end of the body, so that places stay. */
    private String declaration(QueryText parameters, QueryText body) {
        String command = body.command();
        String head = "let " + name + "=";
        String before = command.substring(0, parameters.start() - head.length()).replaceAll("[^\\n]", " ");
        return before + head + command.substring(parameters.start(), body.end()) + ";\n";
    }

    private void compile(QueryText body, String text) {
        Queries.compile(context, catalog, body.source(), text, 0);
    }

    /** Whether the only mistake is that the call stands for rows and not for a value. */
    private static boolean isTable(UserException mistakes, QueryText body) {
        return mistakes.diagnostics().stream()
                .allMatch(diagnostic -> diagnostic.problem() == KqlProblem.EXPECTED_SCALAR
                        && diagnostic.span().start() >= body.end());
    }
}
