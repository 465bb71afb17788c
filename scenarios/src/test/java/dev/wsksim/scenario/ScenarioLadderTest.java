package dev.wsksim.scenario;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the ladder of the scenarios: a report knows a run, a run knows the model, and the model knows none of them. */
@AnalyzeClasses(packages = "dev.wsksim.scenario", importOptions = DoNotIncludeTests.class)
final class ScenarioLadderTest {
    @ArchTest
    static final ArchRule packages_dependOnlyOnLowerOnes = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("course")
            .definedBy("dev.wsksim.scenario.course..")
            .layer("report")
            .definedBy("dev.wsksim.scenario.report..")
            .layer("run")
            .definedBy("dev.wsksim.scenario.run..")
            .layer("load")
            .definedBy("dev.wsksim.scenario.load..")
            .layer("model")
            .definedBy("dev.wsksim.scenario.model..")
            .whereLayer("course")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("course")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("course", "report")
            .whereLayer("load")
            .mayOnlyBeAccessedByLayers("course", "report")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("course", "report", "run", "load");

    @ArchTest
    static final ArchRule staticFields_areFinal =
            fields().that().areStatic().should().beFinal().because("two runs must not share anything that changes");
}
