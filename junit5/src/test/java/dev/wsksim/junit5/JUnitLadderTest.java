package dev.wsksim.junit5;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the packages of this module apart: annotations stand on what is behind them, not the other way round. */
@AnalyzeClasses(packages = "dev.wsksim.junit5", importOptions = ImportOption.DoNotIncludeTests.class)
class JUnitLadderTest {

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dev.wsksim.junit5.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatIsBehindTheAnnotations_doesNotKnowThem = noClasses()
            .that()
            .resideInAnyPackage("dev.wsksim.junit5.extension", "dev.wsksim.junit5.file")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.wsksim.junit5");

    @ArchTest
    static final ArchRule staticFields_areFinal =
            fields().that().areStatic().should().beFinal().because("tests that run side by side share nothing");
}
