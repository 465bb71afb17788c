package dev.wsksim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Holds the ladder of the simulator: who may know whom.
 *
 * <pre>
 *   dev.wsksim            wires everything
 *   verifier   export     look at everything below
 *   wsk                   the only part that knows both sides
 *   kernel     net        neither knows the other
 *   trace                 what happened
 *   engine                when, in what order, by what chance
 * </pre>
 *
 * <p>Nothing points up. A layer that has no classes yet is no fault.
 */
@AnalyzeClasses(packages = "dev.wsksim", importOptions = DoNotIncludeTests.class)
final class LadderTest {
    @ArchTest
    static final ArchRule layers_dependOnlyOnLowerOnes = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("root")
            .definedBy("dev.wsksim")
            .layer("export")
            .definedBy("dev.wsksim.export..")
            .layer("verifier")
            .definedBy("dev.wsksim.verifier..")
            .layer("wsk")
            .definedBy("dev.wsksim.wsk..")
            .layer("kernel")
            .definedBy("dev.wsksim.kernel..")
            .layer("net")
            .definedBy("dev.wsksim.net..")
            .layer("trace")
            .definedBy("dev.wsksim.trace..")
            .layer("engine")
            .definedBy("dev.wsksim.engine..")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("verifier")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("wsk")
            .mayOnlyBeAccessedByLayers("verifier", "export", "root")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("wsk", "verifier", "export", "root")
            .whereLayer("net")
            .mayOnlyBeAccessedByLayers("wsk", "verifier", "export", "root")
            .whereLayer("trace")
            .mayOnlyBeAccessedByLayers("net", "kernel", "wsk", "verifier", "export", "root");

    @ArchTest
    static final ArchRule net_dependsOnNothingOfNt = noClasses()
            .that()
            .resideInAPackage("dev.wsksim.net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.wsksim.kernel..", "dev.wsksim.wsk..")
            .because("the network reports outcomes in its own words; wsk turns them into statuses")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule subPackages_neverDependOnTheRoot = noClasses()
            .that()
            .resideInAPackage("dev.wsksim.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.wsksim")
            .because("the root package wires the others and is known by none")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule simulator_knowsNothingOfItsUsers = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.wsksim.scenario..", "dev.wsksim.cli..", "picocli..", "org.snakeyaml..")
            .because("the simulator is usable from plain Java")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule staticFields_areFinal = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("two simulations in one process must not share anything that changes")
            .allowEmptyShould(true);
}
