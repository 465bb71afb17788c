package dev.wsksim.verifier.rule.name;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.name.AddressListEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the address lists that were delivered and not freed, each with the entry of its delivery. */
final class HeldListsCheck implements RuleCheck {

    private final Map<Integer, Long> held = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == AddressListEvent.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof AddressListEvent event) {
            if (event.change() == AddressListEvent.Change.DELIVERED) {
                held.put(event.list(), entry.number());
            } else {
                held.remove(event.list());
            }
        }
    }

    @Override
    public void atEnd(ViolationSink sink) {
        held.forEach(
                (list, entry) -> sink.violated("address list " + list + " was never freed", ImmutableList.of(entry)));
    }
}
