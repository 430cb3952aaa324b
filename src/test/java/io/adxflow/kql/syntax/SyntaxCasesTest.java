package io.adxflow.kql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FindOutput;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.ParsePattern;
import io.adxflow.kql.syntax.tree.Query;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Golden cases of the grammar: a block {@code kql}, and the {@code tree} that it gives or the {@code error}. */
class SyntaxCasesTest {
    private static final String FOLDER = "kql/syntax";

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCases.tests(FOLDER, SyntaxCasesTest::check);
    }

    @Test
    void everySyntaxProblemHasACase() {
        List<String> codes = Arrays.stream(KqlProblem.values())
                .map(KqlProblem::code)
                .filter(code -> code.startsWith("KQL1") || code.equals("KQL901") || code.equals("KQL902"))
                .toList();

        assertThat(codes).allMatch(code -> blocks("error").anyMatch(error -> error.contains("error " + code + ":")));
    }

    @Test
    void everyNodeHasACase() {
        Stream<Class<?>> families = Stream.concat(
                Stream.of(
                        Statement.class,
                        Expression.class,
                        FunctionParameter.class,
                        ParsePattern.Part.class,
                        FindOutput.class),
                Arrays.stream(Operator.class.getPermittedSubclasses()));
        List<String> nodes = families.flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .filter(node -> !node.equals("Name"))
                .toList();

        assertThat(nodes).allMatch(node -> blocks("tree")
                .anyMatch(tree -> tree.lines().anyMatch(line -> line.matches("\\s*(\\w+: )?" + node + "( .*)?"))));
    }

    private static void check(GoldenCase golden) {
        try {
            Query query = Parser.parse(new SourceText("query.kql", golden.block("kql")));
            golden.check("tree", SyntaxText.of(query));
        } catch (UserException e) {
            golden.check("error", e.getMessage());
        }
    }

    private static Stream<String> blocks(String language) {
        return GoldenCases.in(FOLDER).stream().flatMap(golden -> golden.blocks(language).stream());
    }
}
