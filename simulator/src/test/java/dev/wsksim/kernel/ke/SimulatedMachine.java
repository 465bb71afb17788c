package dev.wsksim.kernel.ke;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.ps.ProcessTable;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.trace.TraceRecord;
import java.util.List;

/** The parts of a simulated Windows host that the tests of the kernel need, with a log of everything. */
public final class SimulatedMachine {

    public static final long MS = 1_000_000;

    public final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    public final Trace trace = new Trace(loop);
    public final TraceLog log = new TraceLog();
    public final ProcessTable processes;
    public final Processor processor;
    public final KernelWaits waits;

    public SimulatedMachine() {
        this(true);
    }

    public SimulatedMachine(boolean traced) {
        if (traced) {
            trace.addSink(log);
        }
        processes = new ProcessTable(trace);
        processor = new Processor(trace, processes.systemThread());
        waits = new KernelWaits(loop, trace, processor);
    }

    public KEvent event(String name, EventType type) {
        return new KEvent(waits, name, type, false);
    }

    /** Returns the records of one class so far. */
    public <T extends TraceRecord> List<T> records(Class<T> type) {
        return log.entries().stream()
                .map(TraceEntry::record)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Returns what all records of these kinds say, or all records if none is given. */
    public List<String> story(String... kinds) {
        return log.entries().stream()
                .map(TraceEntry::record)
                .filter(record -> kinds.length == 0 || List.of(kinds).contains(record.kind()))
                .map(TraceRecord::describe)
                .toList();
    }
}
