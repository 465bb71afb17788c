package dev.wsksim.junit5.assertion;

import dev.wsksim.engine.SimTime;
import dev.wsksim.junit5.driver.Request;
import dev.wsksim.junit5.driver.TimeText;
import dev.wsksim.junit5.driver.TraceText;
import dev.wsksim.kernel.NtStatus;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about a call of a WSK function and its IRP. */
public final class RequestAssert extends AbstractAssert<RequestAssert, Request> {

    private static final int EXCERPT = 12;

    RequestAssert(@Nullable Request actual) {
        super(actual, RequestAssert.class);
    }

    /** The IRP is not completed yet. */
    public RequestAssert isPending() {
        isNotNull();
        if (!actual.isPending()) {
            fail("to be pending");
        }
        return this;
    }

    /** The IRP is completed. */
    public RequestAssert isCompleted() {
        isNotNull();
        if (actual.completedAt().isEmpty()) {
            fail("to be completed");
        }
        return this;
    }

    /** The function returned a status. */
    public RequestAssert returned(NtStatus expected) {
        isNotNull();
        if (!actual.returned().equals(expected)) {
            fail("to return " + expected);
        }
        return this;
    }

    /** The IRP is completed with a status. */
    public RequestAssert completedWith(NtStatus expected) {
        isNotNull();
        if (actual.completedAt().isEmpty() || !actual.status().equals(expected)) {
            fail("to be completed with " + expected);
        }
        return this;
    }

    /** The IRP was completed at an instant, such as {@code 10ms}. */
    public RequestAssert completedAt(String instant) {
        isNotNull();
        SimTime expected = TimeText.instant(instant);
        if (!actual.completedAt().equals(Optional.of(expected))) {
            fail("to be completed at " + expected);
        }
        return this;
    }

    /** IoStatus.Information of the completed IRP is a number. */
    public RequestAssert hasInformation(long expected) {
        isNotNull();
        if (actual.completedAt().isEmpty() || actual.information() != expected) {
            fail("to be completed with Information " + expected);
        }
        return this;
    }

    private void fail(String expectation) {
        throw failure(
                "%nexpected %s %s%nbut      %s%nthe clock stands at %s; the last that happened:%n%s",
                actual.function(),
                expectation,
                actual,
                actual.driver().clock().now(),
                TraceText.last(actual.driver().trace().entries(), EXCERPT));
    }
}
