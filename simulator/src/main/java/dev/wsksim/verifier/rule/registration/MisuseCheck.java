package dev.wsksim.verifier.rule.registration;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.provider.RegistrationEvent;
import dev.wsksim.wsk.provider.RegistrationMisused;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns those misuses that the provider noticed, and that are of one kind, into violations. */
final class MisuseCheck implements RuleCheck {

    private final RegistrationMisused.Misuse kind;
    private final Map<Integer, Long> lastEvent = new LinkedHashMap<>();

    MisuseCheck(RegistrationMisused.Misuse kind) {
        this.kind = kind;
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == RegistrationEvent.class || type == RegistrationMisused.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof RegistrationEvent event) {
            lastEvent.put(event.registration(), entry.number());
        } else if (entry.record() instanceof RegistrationMisused misused && misused.misuse() == kind) {
            Long before = lastEvent.get(misused.registration());
            sink.violated(
                    misused.function() + ": " + misused.what(),
                    before == null ? ImmutableList.of(entry.number()) : ImmutableList.of(entry.number(), before));
        }
    }
}
