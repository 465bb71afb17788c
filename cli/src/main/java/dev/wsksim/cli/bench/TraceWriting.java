package dev.wsksim.cli.bench;

import com.google.common.collect.ImmutableList;
import dev.wsksim.export.json.TraceHeader;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.trace.TraceEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes the trace of a scenario as JSON lines again and again, to nowhere; one operation is one entry. */
final class TraceWriting implements Workload {

    private static final int STEPS = 1_000;

    private final TraceHeader header;
    private final List<TraceEntry> trace;
    private final CRC32C crc = new CRC32C();
    private long entries;
    private long bytes;

    /** Sums up what would be written. */
    private final OutputStream out = new OutputStream() {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] written, int offset, int length) {
            crc.update(written, offset, length);
            bytes += length;
        }
    };

    TraceWriting() {
        ScenarioResult result = new ScenarioRunner(RunOptions.DEFAULT).run(ManySteps.load(ManySteps.yaml(STEPS)));
        trace = ImmutableList.copyOf(result.trace());
        header = new TraceHeader(
                "bench", result.name(), "", result.seed(), result.profile().label(), result.digest());
    }

    @Override
    public long run(long operations) {
        try {
            for (long left = operations; left > 0; left -= trace.size()) {
                int now = (int) Math.min(left, trace.size());
                TraceJson.write(header, trace.subList(0, now), out);
                entries += now;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }

    @Override
    public String digest() {
        return entries + " entries, " + bytes + " bytes, sum " + Long.toHexString(crc.getValue());
    }
}
