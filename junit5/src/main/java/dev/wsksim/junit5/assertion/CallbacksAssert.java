package dev.wsksim.junit5.assertion;

import com.google.common.collect.ImmutableList;
import dev.wsksim.junit5.driver.Callbacks;
import dev.wsksim.junit5.driver.TraceText;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about which callbacks were called. */
public final class CallbacksAssert extends AbstractAssert<CallbacksAssert, Callbacks> {

    private static final int EXCERPT = 20;

    CallbacksAssert(@Nullable Callbacks actual) {
        super(actual, CallbacksAssert.class);
    }

    /** Exactly these were called, by their C names, in this order. */
    public CallbacksAssert areExactly(String... names) {
        isNotNull();
        ImmutableList<String> expected = ImmutableList.copyOf(names);
        if (!actual.names().equals(expected)) {
            throw failure(
                    "%nexpected the callbacks %s%nbut      %s%nthe calls:%n%s",
                    expected,
                    actual.names(),
                    actual.names().isEmpty() ? "none" : TraceText.last(actual.entries(), EXCERPT));
        }
        return this;
    }

    /** None was called. */
    public CallbacksAssert areNone() {
        return areExactly();
    }
}
