package dev.wsksim.verifier.rule.data;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.mm.PagesLocked;
import dev.wsksim.kernel.mm.PagesUnlocked;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows for each block the entries that have locked its pages and were not undone. */
final class LockedAtEndCheck implements RuleCheck {

    private final Map<Long, ArrayDeque<Long>> locked = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == PagesLocked.class || type == PagesUnlocked.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof PagesLocked one) {
            locked.computeIfAbsent(one.block(), unused -> new ArrayDeque<>()).addLast(entry.number());
        } else if (entry.record() instanceof PagesUnlocked one) {
            ArrayDeque<Long> entries = locked.get(one.block());
            if (entries != null) {
                entries.pollLast();
            }
        }
    }

    @Override
    public void atEnd(ViolationSink sink) {
        locked.forEach((block, entries) -> entries.forEach(entry ->
                sink.violated("pages of block " + block + " were locked and never unlocked", ImmutableList.of(entry))));
    }
}
