package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.Workload;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/** Emits trace records of the size of a TCP segment's into a digest; one operation is one record. */
final class DigestWork implements Workload {

    private final Trace trace = new Trace(new SimulationLoop(Limits.NONE));
    private final TraceDigest digest = new TraceDigest();

    /** Makes the work with the digest as the only sink. */
    DigestWork() {
        trace.addSink(digest);
    }

    @Override
    public long run(long operations) {
        for (long i = 0; i < operations; i++) {
            trace.emit(new Segment("10.0.0.1:49152", "10.0.0.2:445", "SYN", i, 1_000_000));
        }
        return operations;
    }

    @Override
    public String digest() {
        return digest.hex();
    }

    /** What a trace says of a segment, more or less. */
    private record Segment(String from, String to, String flags, long sequence, long latencyNanos)
            implements TraceRecord {

        @Override
        public TraceLayer layer() {
            return TraceLayer.NET;
        }

        @Override
        public String kind() {
            return "segment-sent";
        }

        @Override
        public void visit(FieldVisitor fields) {
            fields.text("from", from);
            fields.text("to", to);
            fields.text("flags", flags);
            fields.number("sequence", sequence);
            fields.nanos("latency", latencyNanos);
        }

        @Override
        public String describe() {
            return from + " > " + to + " " + flags;
        }
    }
}
