package dev.wsksim.verifier.rule.call;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.provider.RegistrationEvent;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Knows the clients that captures delivered. A client whose captures were all released is the matter of another rule.
 */
final class ClientHandleCheck implements RuleCheck {

    private final Set<Integer> delivered = new LinkedHashSet<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == RegistrationEvent.class || type == WskCallEntered.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function.where() == WskFunction.Where.CLIENT;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof RegistrationEvent event && event.change() == RegistrationEvent.Change.CAPTURED) {
            delivered.add(event.client());
        } else if (entry.record() instanceof WskCallEntered call) {
            judge(entry, call.function(), call.subject(), sink);
        }
    }

    private void judge(TraceEntry entry, WskFunction function, CallSubject subject, ViolationSink sink) {
        if (subject.client() == 0) {
            sink.violated(function + " was called with Client NULL", entry);
        } else if (!subject.captured() && !delivered.contains(subject.client())) {
            sink.violated(function + " was called with a Client that no capture delivered", entry);
        }
    }
}
