package dev.wsksim.verifier.rule.security;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.control.DescriptorEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the cached descriptors that the driver holds, each with the entry that last changed the hold. */
final class HeldAtEndCheck implements RuleCheck {

    private final Map<DescriptorKey, Long> held = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == DescriptorEvent.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof DescriptorEvent event && event.change() != DescriptorEvent.Change.NOT_HELD) {
            if (event.references() == 0) {
                held.remove(DescriptorKey.of(event));
            } else {
                held.put(DescriptorKey.of(event), entry.number());
            }
        }
    }

    @Override
    public void atEnd(ViolationSink sink) {
        held.forEach((key, entry) -> sink.violated(
                "cached descriptor " + key.descriptor() + " of client " + key.client() + " was never released",
                ImmutableList.of(entry)));
    }
}
