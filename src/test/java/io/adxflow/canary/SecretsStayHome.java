package io.adxflow.canary;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** After every test: no secret is in the folder that it worked in, nor in the arguments of a process that it started. */
public final class SecretsStayHome implements AfterEachCallback, AfterAllCallback {
    @Override
    public void afterEach(ExtensionContext test) {
        search(test, test.getRequiredTestInstance());
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        search(tests, null);
    }

    /** @param instance of the test class, or null for what belongs to all of its tests */
    private static void search(ExtensionContext context, Object instance) {
        SecretSearch search = new SecretSearch();
        folders(context.getRequiredTestClass(), instance).forEach(folder -> search.in(folder, 0));
        List<String> found = search.inProcesses().found();
        if (!found.isEmpty()) {
            throw new AssertionError("secrets have leaked:\n" + String.join("\n", found));
        }
    }

    private static List<Path> folders(Class<?> type, Object instance) {
        return AnnotationSupport.findAnnotatedFields(
                        type,
                        TempDir.class,
                        field -> Modifier.isStatic(field.getModifiers()) == (instance == null),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .flatMap(field -> value(field, instance).stream())
                .filter(Files::isDirectory)
                .toList();
    }

    private static Optional<Path> value(Field field, Object instance) {
        return ReflectionSupport.tryToReadFieldValue(field, instance)
                .toOptional()
                .filter(Path.class::isInstance)
                .map(Path.class::cast);
    }
}
