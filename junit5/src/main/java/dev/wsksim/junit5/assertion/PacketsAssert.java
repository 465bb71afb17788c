package dev.wsksim.junit5.assertion;

import dev.wsksim.junit5.driver.Packets;
import dev.wsksim.junit5.driver.TraceText;
import dev.wsksim.trace.TraceEntry;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about packets, by what their texts have. */
public final class PacketsAssert extends AbstractAssert<PacketsAssert, Packets> {

    private static final int EXCERPT = 20;

    PacketsAssert(@Nullable Packets actual) {
        super(actual, PacketsAssert.class);
    }

    /** There are so many. */
    public PacketsAssert hasCount(int expected) {
        isNotNull();
        if (actual.count() != expected) {
            fail(expected + " packets", "there are " + actual.count());
        }
        return this;
    }

    /** There are so many whose text has a part. */
    public PacketsAssert hasCount(int expected, String part) {
        isNotNull();
        int count = actual.with(part).count();
        if (count != expected) {
            fail(expected + " packets with '" + part + "'", "there are " + count);
        }
        return this;
    }

    /** There is none whose text has a part. */
    public PacketsAssert hasNone(String part) {
        return hasCount(0, part);
    }

    /** There are packets whose texts have these parts, in this order, with any others before, between and after them. */
    public PacketsAssert hasInOrder(String... parts) {
        isNotNull();
        int found = 0;
        for (TraceEntry entry : actual.entries()) {
            if (found < parts.length && entry.record().describe().contains(parts[found])) {
                found++;
            }
        }
        if (found < parts.length) {
            fail(
                    "packets with '" + String.join("', '", parts) + "' in this order",
                    (found == 0 ? "there is none" : "after the one with '" + parts[found - 1] + "' comes none")
                            + " with '" + parts[found] + "'");
        }
        return this;
    }

    private void fail(String expectation, String found) {
        throw failure(
                "%nexpected %s%nbut      %s%nthe packets:%n%s",
                expectation, found, actual.count() == 0 ? "none" : TraceText.last(actual.entries(), EXCERPT));
    }
}
