package dev.wsksim.verifier.rule.registration;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.provider.RegistrationEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the clients whose last capture was released. */
final class ReleasedClientCheck implements RuleCheck {

    private final Map<Integer, Long> lastRelease = new LinkedHashMap<>();

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
        if (entry.record() instanceof RegistrationEvent event) {
            if (event.change() == RegistrationEvent.Change.RELEASED && event.captures() == 0) {
                lastRelease.put(event.client(), entry.number());
            } else if (event.change() == RegistrationEvent.Change.CAPTURED) {
                lastRelease.remove(event.client());
            }
        } else if (entry.record() instanceof WskCallEntered call) {
            judge(entry, call, sink);
        }
    }

    private void judge(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        Long release = lastRelease.get(call.subject().client());
        if (release != null) {
            sink.violated(
                    call.function() + " was called after the last capture of client "
                            + call.subject().client() + " was released",
                    entry,
                    release);
        }
    }
}
