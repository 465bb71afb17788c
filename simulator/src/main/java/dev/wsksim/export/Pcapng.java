package dev.wsksim.export;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The short way from a trace to a file for Wireshark: the packets that one host sent and received.
 *
 * <pre>{@code
 * TraceLog log = new TraceLog();
 * simulation.trace().addSink(log);
 * ... run ...
 * Pcapng.write(log.entries(), "client", Path.of("run.pcapng"));
 * }</pre>
 *
 * <p>The comment of each packet ({@code frame.comment} in Wireshark) has the number of its trace entry, the call or
 * completion that it followed from, what dropped it, and the completions that followed. Times are virtual, from
 * 2000-01-01T00:00:00Z on. Equal traces become equal files.
 *
 * <p>For a tap on a link, several captures in one file, or names of hosts that never sent anything, see
 * {@link Capture}, {@link PcapngWriter} and {@link HostNames}.
 */
public final class Pcapng {

    private Pcapng() {}

    /**
     * Returns the bytes of a pcapng file with the packets of one host.
     *
     * @param trace all entries of a trace
     * @param host the name of the host; a host that the trace does not tell of has no packets, which is no fault
     */
    public static byte[] of(List<TraceEntry> trace, String host) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer(trace).write(captures(trace, host), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes all bytes", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a pcapng file with the packets of one host.
     *
     * @param trace all entries of a trace
     * @param host the name of the host; a host that the trace does not tell of has no packets, which is no fault
     * @param file the file, which is made or written over
     */
    public static void write(List<TraceEntry> trace, String host, Path file) throws IOException {
        writer(trace).write(captures(trace, host), file);
    }

    private static PcapngWriter writer(List<TraceEntry> trace) {
        return new PcapngWriter(HostNames.seenIn(trace));
    }

    private static ImmutableList<Capture> captures(List<TraceEntry> trace, String host) {
        return ImmutableList.of(Capture.of(trace, CapturePoint.atHost(host)));
    }
}
