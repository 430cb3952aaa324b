package io.adxflow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.stream.Stream;

/** The shape of the code base. Where a rule hurts, change it here and say why in a decision. */
@AnalyzeClasses(packages = "io.adxflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.adxflow.";

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.adxflow.(**)")
            .should()
            .beFreeOfCycles()
            .because("a cycle means that two packages are one");

    @ArchTest
    static final ArchRule exceptionsSayWhatTheyAre = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule onlyMainExits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("a job on a cluster must not stop its JVM");

    @ArchTest
    static final ArchRule onlyTheTerminalUsesTheStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule environmentComesInThroughTheWiring = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "cli.Wiring")
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv");

    @ArchTest
    void importFoundTheCode(JavaClasses all) {
        assertThat(all).hasSizeGreaterThan(5);
        assertThat(areasOf(all)).isSubsetOf(Layout.AREAS.keySet());
    }

    @ArchTest
    void areasUseOnlyWhatTheyMay(JavaClasses all) {
        Layout.AREAS.forEach((area, used) -> onlyUse(
                        ROOT + area + "..",
                        Stream.concat(Stream.of(area), used.stream()).map(name -> ROOT + name + ".."))
                .allowEmptyShould(true)
                .check(all));
    }

    @ArchTest
    void roomsUseOnlyWhatTheyMay(JavaClasses all) {
        Layout.ROOMS.forEach((room, used) -> onlyUse(
                        ROOT + room + "..",
                        Stream.concat(otherAreas(area(room)), Stream.concat(Stream.of(room), used.stream()))
                                .map(name -> ROOT + name + ".."))
                .allowEmptyShould(true)
                .check(all));
    }

    @ArchTest
    void roomsArePrivate(JavaClasses all) {
        Layout.VISIBLE.forEach((area, visible) -> noClasses()
                .that(not(resideInAnyPackage(ROOT + area + "..", ROOT + "cli..")))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + area + "..")
                        .and(not(resideInAnyPackage(visible.toArray(String[]::new)))))
                .allowEmptyShould(true)
                .check(all));
    }

    @ArchTest
    void technologiesStayAtHome(JavaClasses all) {
        Layout.TECHNOLOGIES.forEach((technology, homes) -> noClasses()
                .that(not(resideInAnyPackage(homes.packages().toArray(String[]::new)))
                        .and(not(anyOf(homes.classes().stream().map(name -> equivalentToName(ROOT + name))))))
                .should()
                .dependOnClassesThat(resideInAPackage(technology))
                .because(technology + " is at home in " + homes)
                .allowEmptyShould(true)
                .check(all));
    }

    private static ArchRule onlyUse(String packages, Stream<String> allowed) {
        String[] ours = allowed.toArray(String[]::new);
        return classes()
                .that(resideInAPackage(packages))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ours).or(not(resideInAPackage("io.adxflow.."))))
                .as(packages + " uses only " + String.join(", ", ours))
                .allowEmptyShould(true);
    }

    private static Stream<String> otherAreas(String area) {
        return Layout.AREAS.keySet().stream().filter(other -> !other.equals(area));
    }

    private static String area(String room) {
        return room.substring(0, room.indexOf('.'));
    }

    private static Stream<String> areasOf(JavaClasses all) {
        return all.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                .distinct();
    }

    private static DescribedPredicate<JavaClass> equivalentToName(String name) {
        return DescribedPredicate.describe(
                "is " + name,
                type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static DescribedPredicate<JavaClass> anyOf(Stream<DescribedPredicate<JavaClass>> predicates) {
        return predicates.reduce(DescribedPredicate.alwaysFalse(), (one, other) -> one.or(other));
    }
}
