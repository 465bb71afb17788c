package dev.wsksim.verifier.rule.registration;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.provider.RegistrationEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows what each registration still holds, with the entry that says so. */
final class LeftOverCheck implements RuleCheck {

    /** What may be left over. */
    enum Kind {
        /** A capture that was not released. */
        CAPTURE("the provider NPI was captured and never released"),
        /** A registration for which WskDeregister was not called. */
        REGISTRATION("WskDeregister was never called");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final Kind kind;
    private final Map<Integer, Long> left = new LinkedHashMap<>();

    LeftOverCheck(Kind kind) {
        this.kind = kind;
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == RegistrationEvent.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (!(entry.record() instanceof RegistrationEvent event)) {
            return;
        }
        if (begins(event)) {
            left.putIfAbsent(event.registration(), entry.number());
        } else if (ends(event)) {
            left.remove(event.registration());
        }
    }

    private boolean begins(RegistrationEvent event) {
        return event.change()
                == (kind == Kind.CAPTURE ? RegistrationEvent.Change.CAPTURED : RegistrationEvent.Change.REGISTERED);
    }

    private boolean ends(RegistrationEvent event) {
        return kind == Kind.CAPTURE ? event.captures() == 0 : event.change() == RegistrationEvent.Change.DEREGISTERING;
    }

    /** Cites the entry since which it is so. */
    @Override
    public void atEnd(ViolationSink sink) {
        left.forEach((registration, entry) ->
                sink.violated("registration " + registration + ": " + kind.words, ImmutableList.of(entry)));
    }
}
