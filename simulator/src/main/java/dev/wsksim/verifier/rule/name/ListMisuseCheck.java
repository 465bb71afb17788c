package dev.wsksim.verifier.rule.name;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.name.AddressListEvent;
import dev.wsksim.wsk.name.AddressListMisused;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns misuses of address lists that are of certain kinds into violations. */
final class ListMisuseCheck implements RuleCheck {

    private final ImmutableSet<AddressListMisused.Misuse> kinds;
    private final Map<Integer, Long> lastEvent = new LinkedHashMap<>();

    ListMisuseCheck(ImmutableSet<AddressListMisused.Misuse> kinds) {
        this.kinds = kinds;
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == AddressListEvent.class || type == AddressListMisused.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof AddressListEvent event) {
            lastEvent.put(event.list(), entry.number());
        } else if (entry.record() instanceof AddressListMisused misused && kinds.contains(misused.misuse())) {
            Long before = lastEvent.get(misused.list());
            sink.violated(
                    misused.what(),
                    before == null ? ImmutableList.of(entry.number()) : ImmutableList.of(entry.number(), before));
        }
    }
}
