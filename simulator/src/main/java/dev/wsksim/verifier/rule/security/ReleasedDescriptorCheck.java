package dev.wsksim.verifier.rule.security;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.call.DescriptorPointerKind;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.DescriptorEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks for descriptors that are passed after their release. */
final class ReleasedDescriptorCheck implements RuleCheck {

    private final Map<DescriptorKey, Long> released = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == DescriptorEvent.class || type == WskCallEntered.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof DescriptorEvent event && event.change() == DescriptorEvent.Change.RELEASED) {
            released.put(DescriptorKey.of(event), entry.number());
        } else if (entry.record() instanceof WskCallEntered call
                && call.subject().descriptorKind() == DescriptorPointerKind.RELEASED) {
            sink.violated(
                    call.function() + " was given cached descriptor "
                            + call.subject().descriptor() + ", which was released before",
                    entry,
                    released.getOrDefault(DescriptorKey.of(call.subject()), 0L));
        }
    }
}
