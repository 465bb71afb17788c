package dev.wsksim.verifier.rule.listen;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;

/** The check that nothing is left pending. */
final class PendedInspectionChecks {

    private PendedInspectionChecks() {}

    /** A listening socket is not closed, and the driver does not leave, while an inspection waits. */
    static RuleCheck completed(PendedInspections inspections) {
        return new RuleCheck() {
            @Override
            public boolean wants(Class<? extends TraceRecord> type) {
                return type == WskCallEntered.class;
            }

            @Override
            public boolean wants(WskFunction function) {
                return function == WskFunction.WskCloseSocket;
            }

            @Override
            public void observe(TraceEntry entry, ViolationSink sink) {
                if (entry.record() instanceof WskCallEntered call) {
                    int socket = call.subject().socket();
                    inspections.pended().forEach((one, since) -> {
                        if (one.socket() == socket) {
                            sink.violated(
                                    "WskCloseSocket was called on socket " + socket + " while the inspection "
                                            + one.id() + " is pending",
                                    entry,
                                    since);
                        }
                    });
                }
            }

            @Override
            public void atEnd(ViolationSink sink) {
                inspections
                        .pended()
                        .forEach((one, since) -> sink.violated(
                                "the inspection " + one.id() + " of socket " + one.socket() + " was never completed",
                                ImmutableList.of(since)));
            }
        };
    }
}
