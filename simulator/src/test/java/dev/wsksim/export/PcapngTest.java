package dev.wsksim.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.peer.ConnectOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short way, over simulated connects. */
final class PcapngTest {

    @Test
    void of_sameSimulationTwice_isTheSameBytes() {
        assertThat(Pcapng.of(connect().log.entries(), "client"))
                .isEqualTo(Pcapng.of(connect().log.entries(), "client"))
                .isNotEqualTo(Pcapng.of(connect().log.entries(), "server"));
    }

    @Test
    void write_overALongerFile_leavesExactlyTheBytes(@TempDir Path directory) throws IOException {
        TwoHosts world = connect();
        Path file = Files.write(directory.resolve("run.pcapng"), new byte[100_000]);

        Pcapng.write(world.log.entries(), "client", file);

        assertThat(file).hasBinaryContent(Pcapng.of(world.log.entries(), "client"));
    }

    @Test
    void of_hostWithoutPackets_isAFileWithoutPackets() {
        byte[] file = Pcapng.of(connect().log.entries(), "nobody");

        assertThat(PcapngBlocks.in(file)).extracting(PcapngBlocks.Block::type).containsExactly(0x0A0D0D0A, 1, 4);
    }

    @Test
    void of_connect_isFramedInWholeWordsWithAPacketForEachSeen() {
        TwoHosts world = connect();
        int seen = Capture.of(world.log.entries(), CapturePoint.atHost("client"))
                .packets()
                .size();

        assertThat(seen).isPositive();
        assertThat(PcapngBlocks.in(Pcapng.of(world.log.entries(), "client")))
                .filteredOn(block -> block.type() == 6)
                .hasSize(seen);
    }

    @Test
    void names_ofANetwork_areThoseOfAllHosts() {
        TwoHosts world = new TwoHosts();

        assertThat(HostNames.of(world.network).byAddress().toString())
                .isEqualTo("{192.0.2.10=client, 2001:db8::10=client, 192.0.2.20=server, 2001:db8::20=server}");
    }

    @Test
    void names_seenInATrace_areThoseOfSenders() {
        assertThat(HostNames.seenIn(connect().log.entries()).byAddress().toString())
                .isEqualTo("{192.0.2.10=client, 192.0.2.20=server}");
    }

    @Test
    void names_ofAForwardedPacket_isThatOfItsFirstSender() {
        HandmadeTrace trace = new HandmadeTrace();
        trace.add(0, 0, HandmadeTrace.sent(1, "client > router", HandmadeTrace.SYN));
        trace.add(1, 1, HandmadeTrace.sent(2, "router > server", HandmadeTrace.SYN));

        assertThat(HostNames.seenIn(trace.entries()).byAddress().toString()).isEqualTo("{192.0.2.10=client}");
    }

    private static TwoHosts connect() {
        TwoHosts world = new TwoHosts();
        world.peer(new ConnectOutcome.Accept(SimDuration.ZERO));
        world.connect(new RecordingUser(world.loop));
        world.loop.run();
        return world;
    }
}
