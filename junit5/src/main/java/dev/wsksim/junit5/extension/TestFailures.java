package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.run.Finding;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Makes the errors that tests fail with. */
public final class TestFailures {
    private TestFailures() {}

    /** Returns the error of a test that passed but for these findings; its stack trace is the class of the test, and the remark a line of its message. */
    public static AssertionFailedError audit(
            ImmutableList<Finding> findings, TestWorld world, Optional<String> remark) {
        String report = new TestReport(world, remark).audit(findings);
        Finding first = findings.get(0);
        boolean comparable = findings.size() == 1
                && !first.expected().isEmpty()
                && !first.actual().isEmpty();
        AssertionFailedError error = comparable
                ? new AssertionFailedError(report, first.expected(), first.actual())
                : new AssertionFailedError(report);
        TestSettings settings = world.settings();
        error.setStackTrace(
                new StackTraceElement[] {new StackTraceElement(settings.testClass(), settings.testMethod(), null, -1)});
        return error;
    }

    /**
     * Returns an exception that a test ended with, with what the simulation knows about it.
     *
     * <p>An ordinary assertion error gets a longer message and keeps its place, and so does an exception of the simulator, such as a bug check, which
     * becomes an assertion error. Any other one is left as it is, and the evidence is suppressed beside it. An aborted test is none of that.
     */
    public static Throwable explained(Throwable thrown, TestWorld world, Optional<String> remark) {
        if (thrown instanceof TestAbortedException) {
            return thrown;
        }
        Audit audit = new Audit(world);
        TestReport report = new TestReport(world, remark);
        Optional<Finding> breakdown = new TestFindings(world).breakdown(thrown);
        if (breakdown.isPresent()) {
            String text = report.failure(ImmutableList.<Finding>builder()
                    .add(breakdown.get())
                    .addAll(audit.broken())
                    .build());
            return like(thrown, new AssertionFailedError("the simulation could not go on\n" + text, thrown));
        }
        String text = report.failure(audit.broken());
        if (thrown instanceof AssertionFailedError failed && thrown.getClass() == AssertionFailedError.class) {
            return like(thrown, longer(failed, failed.getMessage() + "\n" + text));
        }
        if (thrown.getClass() == AssertionError.class) {
            return like(thrown, new AssertionFailedError(thrown.getMessage() + "\n" + text, thrown.getCause()));
        }
        thrown.addSuppressed(new Evidence(text));
        return thrown;
    }

    private static AssertionFailedError longer(AssertionFailedError failed, String message) {
        return failed.isExpectedDefined() && failed.isActualDefined()
                ? new AssertionFailedError(message, failed.getExpected(), failed.getActual(), failed.getCause())
                : new AssertionFailedError(message, failed.getCause());
    }

    private static AssertionFailedError like(Throwable thrown, AssertionFailedError error) {
        error.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            error.addSuppressed(suppressed);
        }
        return error;
    }

    /** What the simulation knows about an exception that is not its own; nobody throws it. */
    private static final class Evidence extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Evidence(String text) {
            super("what the simulation knows:\n" + text, null, false, false);
        }
    }
}
