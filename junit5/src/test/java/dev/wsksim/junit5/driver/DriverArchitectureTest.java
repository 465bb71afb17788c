package dev.wsksim.junit5.driver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds that only the assertions need AssertJ, and only one class needs platform threads. */
@AnalyzeClasses(packages = "dev.wsksim.junit5", importOptions = DoNotIncludeTests.class)
final class DriverArchitectureTest {

    @ArchTest
    static final ArchRule assertJ_isNeededByAssertionsOnly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.wsksim.junit5.assertion")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.assertj..")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("dev.wsksim.junit5.assertion");

    @ArchTest
    static final ArchRule concurrency_isInOneClass = noClasses()
            .that()
            .resideInAPackage("dev.wsksim.junit5.driver")
            .and()
            .doNotHaveSimpleName("Coroutine")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..");
}
