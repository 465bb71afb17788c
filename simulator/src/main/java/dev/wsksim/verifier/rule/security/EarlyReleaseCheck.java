package dev.wsksim.verifier.rule.security;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.call.DescriptorPointerKind;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.DescriptorEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows for each pending IRP the cached descriptor that its request named. */
final class EarlyReleaseCheck implements RuleCheck {

    /**
     * A request that depends on a descriptor.
     *
     * @param key the descriptor
     * @param irp the request's IRP
     * @param call the words for the request
     * @param entry the entry of the call
     */
    private record Use(DescriptorKey key, long irp, String call, long entry) {}

    private final Map<Long, Use> pending = new LinkedHashMap<>();
    private @Nullable Use entered;

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class
                || type == IrpTaken.class
                || type == IrpCompleted.class
                || type == DescriptorEvent.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call) {
            entered = use(call, entry.number());
        } else if (entry.record() instanceof IrpTaken taken) {
            begin(taken.irp());
        } else if (entry.record() instanceof IrpCompleted completed) {
            end(completed.irp());
        } else if (entry.record() instanceof DescriptorEvent event
                && event.change() == DescriptorEvent.Change.RELEASED
                && event.references() == 0) {
            judge(entry, DescriptorKey.of(event), sink);
        }
    }

    private static @Nullable Use use(WskCallEntered call, long entry) {
        boolean depends = call.subject().descriptorKind() == DescriptorPointerKind.CACHED;
        return depends
                ? new Use(
                        DescriptorKey.of(call.subject()),
                        call.irp(),
                        call.function().name(),
                        entry)
                : null;
    }

    /** The dependence begins when the provider takes the IRP, which a call with bad handles does not get to. */
    private void begin(long irp) {
        Use use = entered;
        if (use != null && use.irp() == irp) {
            pending.put(irp, use);
        }
        entered = null;
    }

    private void end(long irp) {
        if (!pending.isEmpty()) {
            pending.remove(irp);
        }
    }

    private void judge(TraceEntry entry, DescriptorKey key, ViolationSink sink) {
        for (Use use : ImmutableList.copyOf(pending.values())) {
            if (use.key().equals(key)) {
                sink.violated(
                        "cached descriptor " + key.descriptor() + " was released before IRP " + use.irp() + " of "
                                + use.call() + ", which named it, was completed",
                        entry,
                        use.entry());
            }
        }
    }
}
