package dev.wsksim.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs sample classes with Jupiter, as JUnit's own tests of extensions do, and looks at what came of it. */
final class JupiterRun {
    private final EngineExecutionResults results;

    private JupiterRun(EngineExecutionResults results) {
        this.results = results;
    }

    static JupiterRun of(Class<?> testClass) {
        return of(testClass, Map.of());
    }

    static JupiterRun of(Class<?> testClass, Map<String, String> parameters) {
        return new JupiterRun(EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectClass(testClass))
                .execute());
    }

    EngineExecutionResults results() {
        return results;
    }

    long passed() {
        return results.testEvents().succeeded().count();
    }

    /** Returns the names of failed tests. */
    List<String> failed() {
        return results.testEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** Returns the messages of failed tests. */
    List<String> messages() {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    /** Returns the report entries. */
    List<Map<String, String>> reports() {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    /** Returns with what the failed test failed; there must be exactly one. */
    Throwable failure() {
        List<Event> failed = results.allEvents().failed().stream().toList();
        if (failed.size() != 1) {
            throw new AssertionError(failed.size() + " tests failed: " + failed);
        }
        return failed.get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
