package dev.wsksim.cli.tshark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.cli.reference.BundledRuns;
import dev.wsksim.cli.tshark.Captures.Frame;
import dev.wsksim.net.host.PacketDiscarded;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.scenario.run.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has Wireshark look at the captures of all bundled scenarios, taken at every host. */
class CapturesTest {

    /** The severity of what is malformed or has a bad checksum (PI_ERROR of epan/proto.h). */
    private static final String ERROR = "8388608";

    private static final List<String> FIELDS = List.of("frame.number", "_ws.expert.severity", "_ws.expert.message");

    @TempDir
    private Path folder;

    @Test
    void captures_ofAllBundledScenarios_haveNoFaultsButThoseAskedFor() throws IOException {
        Tshark.require();
        Path file = folder.resolve("all.pcapng");
        Captures captures = new Captures(file);
        try (captures) {
            BundledRuns.forEach(captures::addAll);
        }
        List<Frame> expected = captures.frames();

        List<List<String>> frames = Tshark.read(file, FIELDS);

        assertThat(frames).hasSameSizeAs(expected).hasSizeGreaterThan(1000);
        List<String> faults = new ArrayList<>();
        Set<ScenarioResult> damaged = new LinkedHashSet<>();
        for (int i = 0; i < frames.size(); i++) {
            boolean bad = List.of(frames.get(i).get(1).split(",", -1)).contains(ERROR);
            boolean wanted = isDamaged(expected.get(i));
            if (wanted) {
                damaged.add(expected.get(i).result());
            }
            if (bad != wanted) {
                faults.add(expected.get(i).where() + (bad ? ": " + frames.get(i).get(2) : ": not noticed"));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(damaged)
                .isNotEmpty()
                .allMatch(result -> result.scenario().tags().contains("corruption"));
    }

    /** A packet is damaged by itself, or is the last of some fragments that make up something damaged. */
    private static boolean isDamaged(Frame frame) {
        PacketPayload payload = frame.packet().packet().payload();
        return payload instanceof DamagedPayload
                || (payload instanceof IpFragment
                        && frame.result().trace().stream()
                                .anyMatch(
                                        entry -> entry.cause() == frame.packet().entry()
                                                && entry.record() instanceof PacketDiscarded discarded
                                                && discarded.reason().contains("no good packet")));
    }

    @Test
    void capture_withOneWrongBit_isNoticed() throws IOException {
        Tshark.require();
        Path file = folder.resolve("one.pcapng");
        Captures captures = new Captures(file);
        try (captures) {
            BundledRuns.forEach(result -> {
                if (result.file().endsWith("lessons/01-first-connect.yaml")) {
                    captures.addAll(result);
                }
            });
        }
        byte[] bytes = Files.readAllBytes(file);
        int syn = indexOfTcpPort(bytes);
        bytes[syn + 4] ^= 1;
        Files.write(file, bytes);

        List<List<String>> frames = Tshark.read(file, FIELDS);

        assertThat(frames).isNotEmpty();
        assertThat(frames.get(0).get(1)).contains(ERROR);
        assertThat(frames.get(0).get(2)).contains("Bad checksum");
        assertThat(frames.get(1).get(1)).doesNotContain(ERROR);
    }

    /** The first ephemeral port, 49152, with which the TCP header of the first SYN begins. */
    private static int indexOfTcpPort(byte[] bytes) {
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == (byte) 0xC0 && bytes[i + 1] == 0 && bytes[i + 2] == 1 && bytes[i + 3] == (byte) 0xBD) {
                return i;
            }
        }
        throw new AssertionError("no segment from port 49152 to port 445");
    }
}
