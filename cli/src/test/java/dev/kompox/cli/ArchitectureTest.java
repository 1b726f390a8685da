package dev.kompox.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The arrows of ARCHITECTURE.md: who may know whom. */
@AnalyzeClasses(packages = "dev.kompox", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String CLI = "dev.kompox.cli..";
    private static final String OPERATIONS = "dev.kompox.operations..";
    private static final String DRIVERS = "dev.kompox.driver.docker..";
    private static final String LAB = "dev.kompox.lab..";
    private static final String TRANSFER = "dev.kompox.transfer..";
    private static final String DRIVER_API = "dev.kompox.driver..";
    private static final String MANIFEST = "dev.kompox.manifest..";
    private static final String COMPOSE = "dev.kompox.compose..";

    @ArchTest
    static final ArchRule composeKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage(COMPOSE)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.kompox..").and(not(resideInAPackage(COMPOSE))));

    /** ADR 4: of compose, manifest sees the reader of YAML and the way problems are told. */
    @ArchTest
    static final ArchRule manifestSeesOfComposeOnlyTheReader =
            noClasses()
                    .that()
                    .resideInAPackage(MANIFEST)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.kompox..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            MANIFEST,
                                                            "dev.kompox.compose",
                                                            "dev.kompox.compose.yaml",
                                                            "dev.kompox.compose.diagnose"))));

    @ArchTest
    static final ArchRule theDriverInterfaceKnowsNoDriver =
            noClasses()
                    .that(resideInAPackage(DRIVER_API).and(not(resideInAPackage(DRIVERS))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(CLI, OPERATIONS, DRIVERS, LAB, TRANSFER));

    @ArchTest
    static final ArchRule driversKnowTheInterfaceOnly =
            noClasses()
                    .that(resideInAnyPackage(DRIVERS, LAB))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(CLI, OPERATIONS, TRANSFER));

    @ArchTest
    static final ArchRule operationsKnowNoDriver =
            noClasses()
                    .that()
                    .resideInAPackage(OPERATIONS)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(CLI, DRIVERS, LAB));

    /** Objects are made without a client; what needs one is a driver's. */
    @ArchTest
    static final ArchRule operationsSeeOfKubernetesOnlyTheConversion =
            noClasses()
                    .that()
                    .resideInAPackage(OPERATIONS)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("dev.kompox.kubernetes..", "io.fabric8..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "dev.kompox.kubernetes.convert..",
                                                            "dev.kompox.kubernetes.object..",
                                                            "dev.kompox.kubernetes.files.."))));

    @ArchTest
    static final ArchRule theCommandsFindDriversByNameOnly =
            noClasses()
                    .that()
                    .resideInAPackage(CLI)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(DRIVERS, LAB));

    @ArchTest
    static final ArchRule onlyTheCommandsSeePicocli =
            noClasses()
                    .that(not(resideInAPackage(CLI)))
                    .should()
                    .dependOnClassesThat(resideInAPackage("picocli.."));

    @ArchTest
    static final ArchRule onlyComposeSeesTheYamlLibrary =
            noClasses()
                    .that(not(resideInAPackage(COMPOSE)))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.snakeyaml.."));

    @ArchTest
    static void onlyTheCommandsPrint(JavaClasses all) {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                all.that(not(resideInAPackage(CLI))));
    }

    @ArchTest
    static final ArchRule onlyTheCommandsEndTheProcess =
            noClasses()
                    .that(not(resideInAPackage(CLI)))
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .orShould()
                    .callMethod(java.lang.Runtime.class, "halt", int.class);

    /** A command stands alone: what two need lies in a package below both. */
    @ArchTest
    static final ArchRule commandsOfOneNounKnowNoOther =
            slices().matching(
                            "dev.kompox.cli.(app|disk|snapshot|operation|cluster|about|complete)..")
                    .should()
                    .notDependOnEachOther();
}
