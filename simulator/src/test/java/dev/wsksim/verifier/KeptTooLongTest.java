package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.socket.SocketState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both limits of WSK-EVENT-006, which are our choice (OQ-127), on both sides to the nanosecond. */
class KeptTooLongTest {

    @ParameterizedTest(name = "with flags {0} and released after {1} ns: broken {2}")
    @CsvSource({
        "WSK_FLAG_RELEASE_ASAP, 1000000000, false",
        "WSK_FLAG_RELEASE_ASAP, 1000000001, true",
        "0, 60000000000, false",
        "0, 60000000001, true"
    })
    void releasedAfter_isBrokenOnlyBehindTheLimit(String flags, long nanos, boolean broken) {
        Verifier verifier = new Verifier(StandardRules.book());
        long kept = SimDuration.ofMillis(3).nanos();
        accept(verifier, 1, kept, new CallbackEntered("WskReceiveEvent", 1, Irql.DISPATCH_LEVEL, flags(flags)));
        accept(verifier, 2, kept, new CallbackReturned("WskReceiveEvent", 1, "STATUS_PENDING", ""));
        accept(verifier, 3, kept + nanos, release());

        assertThat(verifier.violations())
                .extracting(violation -> violation.rule().id().text())
                .filteredOn("WSK-EVENT-006"::equals)
                .hasSize(broken ? 1 : 0);
    }

    private static ImmutableMap<String, String> flags(String flags) {
        return ImmutableMap.of("Flags", flags);
    }

    private static TraceRecord release() {
        return RuleHistoriesTest.CallRecord.called(WskFunction.WskRelease)
                .on(1, SocketState.CONNECTED)
                .with("DataIndication", "a list")
                .record();
    }

    private static void accept(Verifier verifier, long number, long nanos, TraceRecord record) {
        verifier.accept(new TraceEntry(number, nanos, 0, record));
    }
}
