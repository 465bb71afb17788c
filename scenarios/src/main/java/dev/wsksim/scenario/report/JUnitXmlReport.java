package dev.wsksim.scenario.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes results as JUnit XML, which most pipelines show: a suite for each file, a test case for each scenario and each
 * variant of one with a matrix.
 *
 * <p>A scenario that failed is a {@code failure}; an inconclusive one and a fault of wsksim are an {@code error} of that
 * type, since neither may pass for a success; one that was skipped or not run is {@code skipped}. The body is the report for
 * people with its replay line. {@code time} is virtual unless the wall time is known, so that two runs give the same
 * bytes.
 *
 * <p>There is no standard of the form. Only elements and attributes are used that both Maven Surefire's and the
 * Jenkins xUnit plugin's schema (junit-10.xsd) know.
 */
public final class JUnitXmlReport implements RunDocument {
    private final Map<String, Suite> suites = new LinkedHashMap<>();
    private final Suite all = new Suite();

    @Override
    public void add(ReportedCase reported) {
        TestCase test = TestCase.of(reported);
        suites.computeIfAbsent(reported.file(), file -> new Suite()).add(test);
        all.count(test);
    }

    @Override
    public String text(boolean interrupted) {
        XmlText xml = new XmlText();
        xml.open(
                "testsuites",
                "name",
                "wsksim",
                "tests",
                Integer.toString(all.tests),
                "failures",
                Integer.toString(all.failures),
                "errors",
                Integer.toString(all.errors),
                "time",
                Seconds.of(all.nanos));
        suites.forEach((file, suite) -> write(file, suite, xml));
        return xml.close().toString();
    }

    private static void write(String file, Suite suite, XmlText xml) {
        xml.open(
                "testsuite",
                "name",
                file,
                "tests",
                Integer.toString(suite.tests),
                "failures",
                Integer.toString(suite.failures),
                "errors",
                Integer.toString(suite.errors),
                "skipped",
                Integer.toString(suite.skipped),
                "time",
                Seconds.of(suite.nanos));
        suite.cases.forEach(test -> write(test, className(file), xml));
        xml.close();
    }

    private static void write(TestCase test, String className, XmlText xml) {
        xml.open("testcase", "name", test.name, "classname", className, "time", Seconds.of(test.nanos));
        switch (test.verdict) {
            case PASSED -> {}
            case FAILED -> xml.element("failure", test.text, "type", test.type, "message", test.message);
            case INCONCLUSIVE, FAULT -> xml.element("error", test.text, "type", test.type, "message", test.message);
            case SKIPPED, NOT_RUN -> xml.element("skipped", "", "message", test.message);
        }
        xml.element("system-out", test.circumstances);
        xml.close();
    }

    /** Pipelines group test cases by the part of their class before the last dot: here, by folder. */
    private static String className(String file) {
        return file.replaceFirst("\\.(yaml|yml)$", "")
                .replace('\\', '/')
                .replaceFirst("^(\\.{0,2}/)+", "")
                .replace('.', '-')
                .replace('/', '.');
    }

    /** What a suite comes to. */
    private static final class Suite {
        private final List<TestCase> cases = new ArrayList<>();
        private int tests;
        private int failures;
        private int errors;
        private int skipped;
        private long nanos;

        private void add(TestCase test) {
            cases.add(test);
            count(test);
        }

        private void count(TestCase test) {
            tests++;
            nanos += test.nanos;
            switch (test.verdict) {
                case PASSED -> {}
                case FAILED -> failures++;
                case INCONCLUSIVE, FAULT -> errors++;
                case SKIPPED, NOT_RUN -> skipped++;
            }
        }
    }

    /** What is kept of a scenario. */
    private record TestCase(
            String name,
            CaseVerdict verdict,
            String type,
            String message,
            String text,
            String circumstances,
            long nanos) {

        private static TestCase of(ReportedCase reported) {
            boolean found = reported.verdict() == CaseVerdict.FAILED;
            return new TestCase(
                    reported.name(),
                    reported.verdict(),
                    found
                            ? reported.findings().get(0).kind().label()
                            : reported.verdict().label(),
                    reported.message(),
                    reported.verdict().isBad() ? reported.text() : "",
                    circumstances(reported),
                    reported.wallNanos().orElse(reported.endedAt().nanos()));
        }

        private static String circumstances(ReportedCase reported) {
            StringBuilder text = new StringBuilder();
            text.append("verdict ").append(reported.verdict().label()).append('\n');
            text.append("seed ").append(reported.seed());
            text.append(", profile ").append(reported.profile()).append('\n');
            reported.result()
                    .ifPresent(result -> text.append("virtual time ")
                            .append(result.endedAt())
                            .append(", ")
                            .append(result.events())
                            .append(" events\ndigest ")
                            .append(result.digest())
                            .append('\n'));
            return text.append("replay: ")
                    .append(reported.replay())
                    .append('\n')
                    .toString();
        }
    }
}
