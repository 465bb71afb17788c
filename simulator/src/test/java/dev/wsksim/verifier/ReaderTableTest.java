package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.io.IrpReused;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.trace.DecisionMade;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReaderTableTest {

    private final List<String> seen = new ArrayList<>();

    /** A rule whose check notes what it sees. */
    private Rule rule(String id, ImmutableSet<Class<?>> types, ImmutableSet<WskFunction> functions) {
        return Rule.named(id, Severity.MUST, "a rule").checkedBy(() -> new RuleCheck() {
            @Override
            public boolean wants(Class<? extends TraceRecord> type) {
                return types.contains(type);
            }

            @Override
            public boolean wants(WskFunction function) {
                return functions.contains(function);
            }

            @Override
            public void observe(TraceEntry entry, ViolationSink sink) {
                seen.add(id + " " + entry.record().kind());
            }
        });
    }

    private static WskCallEntered entered(WskFunction function) {
        return new WskCallEntered(function, 0, "main", Irql.PASSIVE_LEVEL, ImmutableMap.of(), CallSubject.NONE);
    }

    @Test
    void read_givesEachCheckTheRecordsThatItWants_inTheOrderOfTheBook() {
        Verifier verifier = new Verifier(RuleBook.of(List.of(
                rule("WSK-A-001", ImmutableSet.of(IrpFreed.class), ImmutableSet.of()),
                rule(
                        "WSK-A-002",
                        ImmutableSet.of(IrpFreed.class, WskCallEntered.class),
                        ImmutableSet.of(WskFunction.WskSend)))));
        List<TraceRecord> records = List.of(
                new IrpFreed(1),
                new IrpReused(1, NtStatus.STATUS_SUCCESS),
                entered(WskFunction.WskSend),
                entered(WskFunction.WskReceive),
                new WskCallReturned(WskFunction.WskSend, 0, null),
                new IrpFreed(2));

        for (TraceRecord record : records) {
            verifier.accept(new TraceEntry(1, 0, 0, record));
        }

        assertThat(seen)
                .containsExactly(
                        "WSK-A-001 irp-freed",
                        "WSK-A-002 irp-freed",
                        "WSK-A-002 call-entered",
                        "WSK-A-001 irp-freed",
                        "WSK-A-002 irp-freed");
    }

    @Test
    void read_recordOfAnotherLayer_concernsNobody() {
        Verifier verifier = new Verifier(RuleBook.of(List.of(
                Rule.named("WSK-A-001", Severity.MUST, "a rule").checkedBy(() -> (entry, sink) -> {
                    seen.add(entry.record().kind());
                }))));

        verifier.accept(new TraceEntry(1, 0, 0, new DecisionMade("a point", "an option", 2, 0)));

        assertThat(seen).isEmpty();
    }
}
