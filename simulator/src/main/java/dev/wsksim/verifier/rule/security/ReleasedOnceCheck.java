package dev.wsksim.verifier.rule.security;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.control.DescriptorEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks for releases of what the driver does not hold. */
final class ReleasedOnceCheck implements RuleCheck {

    private final Map<DescriptorKey, Long> released = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == DescriptorEvent.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (!(entry.record() instanceof DescriptorEvent event)) {
            return;
        }
        if (event.change() == DescriptorEvent.Change.RELEASED) {
            released.put(DescriptorKey.of(event), entry.number());
        } else if (event.change() == DescriptorEvent.Change.NOT_HELD && event.descriptor() == 0) {
            sink.violated("WSK_RELEASE_SD was given something that WSK_CACHE_SD did not return", entry);
        } else if (event.change() == DescriptorEvent.Change.NOT_HELD) {
            sink.violated(
                    "WSK_RELEASE_SD was given cached descriptor " + event.descriptor() + ", which was released before",
                    entry,
                    released.getOrDefault(DescriptorKey.of(event), 0L));
        }
    }
}
