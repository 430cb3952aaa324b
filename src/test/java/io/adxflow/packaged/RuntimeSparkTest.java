package io.adxflow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** We compile against a later patch of Spark than Databricks runs: everything that is called must be in the earlier one, too. */
@Tag("packaged")
class RuntimeSparkTest {
    @Test
    void everythingThatIsCalledIsThere() throws Exception {
        TreeSet<String> missing = new TreeSet<>();
        List<CodeUnitAccessTarget> called = called();
        try (URLClassLoader runtime = runtime()) {
            for (CodeUnitAccessTarget target : called) {
                if (!isThere(runtime, target)) {
                    missing.add(target.getFullName());
                }
            }
        }

        assertThat(called).hasSizeGreaterThan(200);
        assertThat(missing).isEmpty();
    }

    private static List<CodeUnitAccessTarget> called() {
        return new ClassFileImporter()
                .importPath(Checkout.file("target/classes/io/adxflow")).stream()
                        .filter(type -> !type.getPackageName().startsWith("io.adxflow.emulator"))
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(JavaCodeUnitAccess.class::isInstance)
                        .map(access -> ((JavaCodeUnitAccess<?>) access).getTarget())
                        .filter(target -> target.getOwner().getName().startsWith("org.apache.spark."))
                        .<CodeUnitAccessTarget>map(target -> target)
                        .toList();
    }

    /** Nothing of this JVM's class path. */
    private static URLClassLoader runtime() throws IOException {
        URL[] urls = Stream.of(StandaloneCluster.sparkClasspath().split(":"))
                .map(RuntimeSparkTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String jar) {
        try {
            return Path.of(jar).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere(ClassLoader runtime, CodeUnitAccessTarget target) throws ClassNotFoundException {
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return members(Class.forName(target.getOwner().getName(), false, runtime), target.getName())
                .anyMatch(member -> names(member.getParameterTypes()).equals(parameters));
    }

    private static Stream<Executable> members(Class<?> type, String name) {
        if (name.equals("<init>")) {
            return Stream.of(type.getDeclaredConstructors());
        }
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        Stream<Executable> here = Stream.<Executable>of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name));
        return Stream.concat(here, above.flatMap(other -> members(other, name)));
    }

    private static List<String> names(Class<?>[] types) {
        return Arrays.stream(types).map(Class::getName).toList();
    }
}
