package dev.wsksim.cli.tshark;

import com.google.common.collect.ImmutableList;
import dev.wsksim.export.Capture;
import dev.wsksim.export.CapturePoint;
import dev.wsksim.export.CapturedPacket;
import dev.wsksim.export.HostNames;
import dev.wsksim.export.PcapngWriter;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.scenario.run.ScenarioResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Captures of all bundled scenarios, one behind the other in a file of many sections. */
final class Captures implements AutoCloseable {

    /** Longer than any scenario. */
    private static final long APART_NANOS = 100_000_000_000_000L;

    private final OutputStream out;
    private final List<Frame> frames = new ArrayList<>();
    private int sections;

    /**
     * A packet in the file.
     *
     * @param result the run that it is from
     * @param host the host at which it was captured
     * @param packet the packet
     */
    record Frame(ScenarioResult result, String host, CapturedPacket packet) {

        String where() {
            return result.name() + ", at " + host + ", entry " + packet.entry();
        }
    }

    Captures(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** Adds what was captured at each host of a run. */
    void addAll(ScenarioResult result) {
        result.scenario().hosts().forEach(host -> add(result, host.name()));
    }

    /** Adds what was captured at one host. */
    void add(ScenarioResult result, String host) {
        add(result, host, Capture.of(result.trace(), CapturePoint.atHost(host)));
    }

    /**
     * Adds what was captured at one host, with addresses that no other capture in the file has, and later than all
     * others: whoever looks at conversations meets each of them once.
     */
    void addApart(ScenarioResult result, String host) {
        sections++;
        Map<IpAddress, IpAddress> apart = new LinkedHashMap<>();
        Capture capture = Capture.of(result.trace(), CapturePoint.atHost(host));
        ImmutableList.Builder<CapturedPacket> packets = ImmutableList.builder();
        for (CapturedPacket captured : capture.packets()) {
            Packet packet = captured.packet();
            packets.add(new CapturedPacket(
                    captured.entry(),
                    captured.timeNanos() + sections * APART_NANOS,
                    captured.direction(),
                    captured.number(),
                    captured.offendingNumber(),
                    new Packet(
                            apart(packet.source(), apart),
                            apart(packet.destination(), apart),
                            packet.hopLimit(),
                            packet.payload()),
                    captured.comment()));
        }
        add(result, host, new Capture(capture.point(), packets.build()));
    }

    private IpAddress apart(IpAddress address, Map<IpAddress, IpAddress> apart) {
        return apart.computeIfAbsent(address, unknown -> {
            int number = apart.size() + 1;
            return address.family() == IpFamily.IPV4
                    ? IpAddress.ipv4(10 << 24 | sections << 6 | number)
                    : IpAddress.ipv6(0x2001_0DB8_0000_0000L | sections, number);
        });
    }

    private void add(ScenarioResult result, String host, Capture capture) {
        try {
            new PcapngWriter(HostNames.seenIn(result.trace())).write(List.of(capture), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        capture.packets().forEach(packet -> frames.add(new Frame(result, host, packet)));
    }

    /** Returns the packets in the order of the file. */
    ImmutableList<Frame> frames() {
        return ImmutableList.copyOf(frames);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
