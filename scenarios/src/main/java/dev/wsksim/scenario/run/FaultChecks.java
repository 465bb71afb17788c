package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.FaultSpec;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.wsk.WskFault;
import dev.wsksim.wsk.WskFaults;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.List;

/** Orders the faults of a scenario, and looks at its end whether every one was met, since one that is not tries nothing. */
final class FaultChecks {

    private FaultChecks() {}

    /** Orders the faults, in their order. */
    static void order(List<FaultSpec> faults, WskFaults host) {
        for (FaultSpec fault : faults) {
            host.order(new WskFault(
                    WskFunction.byName(fault.function().name()).orElseThrow(),
                    fault.status(),
                    fault.nth(),
                    fault.times().orElse(WskFault.EVERY_TIME),
                    fault.isPended()));
        }
    }

    /** Adds a finding for each fault that fewer calls met than were to. */
    static void check(List<FaultSpec> faults, WskFaults host, FindingsLog findings) {
        ImmutableList<WskFaults.Progress> progress = host.progress();
        for (int i = 0; i < faults.size(); i++) {
            WskFaults.Progress reached = progress.get(i);
            if (!reached.isDone()) {
                FaultSpec fault = faults.get(i);
                findings.addAtEnd(
                        FindingKind.FAULT,
                        fault.function().position(),
                        "fewer calls failed than the fault orders",
                        expected(fault),
                        calls(reached.met(), "failed call") + " among " + calls(reached.seen(), "call") + " of "
                                + fault.function(),
                        hint(fault, faults, findings),
                        lastCall(fault.function().name(), findings));
            }
        }
    }

    /** Says which calls do not count, and that of several faults only one is met, where that is so. */
    private static String hint(FaultSpec fault, List<FaultSpec> faults, FindingsLog findings) {
        String name = fault.function().name();
        int withoutIrp = (int) findings.entries().stream()
                .filter(entry -> entry.record() instanceof WskCallEntered call
                        && call.irp() == 0
                        && call.function().name().equals(name))
                .count();
        boolean several = faults.stream()
                        .filter(other -> other.function().name().equals(name))
                        .count()
                > 1;
        return "calls count that have an IRP and good handles"
                + (withoutIrp == 0 ? "" : "; " + calls(withoutIrp, "call") + " had no IRP")
                + (several ? "; of several faults for the same call the first one is met" : "");
    }

    /** Returns the number of the entry of the last call of a function, or 0. */
    private static long lastCall(String function, FindingsLog findings) {
        return findings.entries().stream()
                .filter(entry -> entry.record() instanceof WskCallEntered call
                        && call.function().name().equals(function))
                .mapToLong(TraceEntry::number)
                .max()
                .orElse(0);
    }

    private static String expected(FaultSpec fault) {
        String calls = fault.times().isPresent()
                ? calls(fault.times().getAsInt(), "failed call")
                : "every call failed, at least one";
        return calls + " from call number " + fault.nth() + " of " + fault.function() + " on";
    }

    private static String calls(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
