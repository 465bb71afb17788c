package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What single acknowledgments do to a sender, in the numbers of the RFCs.
 *
 * <p>The client's segments are lost once the connection stands, so that the server says nothing; what comes back is made
 * here and takes 1 ms.
 */
class AcknowledgmentRulesTest {

    private static final long MS = TwoHosts.MILLISECOND;
    private static final int MSS = 1460;

    private final TwoHosts world;
    private final TcpConnection client;
    private final int firstSent;
    private final int firstReceived;

    AcknowledgmentRulesTest() {
        // Without window scaling the window field says what it says.
        TcpParameters parameters = new TcpParametersBuilder(TcpParameters.WINDOWS_11)
                .congestion(CongestionAlgorithm.NEW_RENO)
                .sack(false)
                .windowScale(TcpOptions.ABSENT)
                .build();
        world = new TwoHosts(parameters);
        world.acceptingPeer();
        client = world.connect(new TcpUser() {});
        world.loop.runUntil(10 * MS);
        world.there.setUp(false);
        firstSent = client.iss() + 1;
        firstReceived = client.rcvNxt();
    }

    private SendState send() {
        return Objects.requireNonNull(client.send);
    }

    private void write(int length) {
        assertThat(client.write(new byte[length], 0, length)).isEqualTo(length);
    }

    /** Has a segment of the server arrive a millisecond from now. */
    private void arrives(int sequence, int acknowledgment, int window, int dataLength) {
        TcpSegment segment = new TcpSegment(
                TwoHosts.SERVER.port(),
                TwoHosts.CLIENT.port(),
                firstReceived + sequence,
                firstSent + acknowledgment,
                TcpFlags.ACK,
                window,
                TcpOptions.NONE,
                ByteSlice.of(new byte[dataLength], 0, dataLength));
        world.server.send(
                new Packet(TwoHosts.SERVER.address(), TwoHosts.CLIENT.address(), Packet.DEFAULT_HOP_LIMIT, segment));
        world.loop.runUntil(world.loop.nowNanos() + MS);
    }

    private void acknowledges(int bytes) {
        arrives(0, bytes, 65_535, 0);
    }

    @Test
    void acknowledgment_ofASegmentSentOnce_isMeasured() {
        long before = client.srttNanos;
        write(100);
        world.loop.runUntil(110 * MS);
        acknowledges(100);

        assertThat(client.srttNanos).isEqualTo(before + (101 * MS - before) / 8);
    }

    /** RFC 6298 section 3 (Karn): nobody knows which of the two is acknowledged. */
    @Test
    void acknowledgment_ofASegmentSentAgain_isNotMeasured() {
        long srtt = client.srttNanos;
        long rto = client.rtoNanos;
        write(100);
        world.loop.runUntil(10 * MS + rto);
        assertThat(client.rtoNanos).isEqualTo(2 * rto);
        acknowledges(100);

        assertThat(client.sndUna).isEqualTo(firstSent + 100);
        assertThat(client.srttNanos).isEqualTo(srtt);
        // The backed off time-out stays until something new is measured (section 5.7).
        assertThat(client.rtoNanos).isEqualTo(2 * rto);
        write(100);
        world.loop.runUntil(world.loop.nowNanos() + 4 * MS);
        acknowledges(200);
        assertThat(client.srttNanos).isEqualTo(srtt + (5 * MS - srtt) / 8);
        assertThat(client.rtoNanos).isEqualTo(rto);
    }

    /** The segment that is timed lies behind the one that is sent again; its acknowledgment waits for the first one. */
    @Test
    void acknowledgment_behindASegmentSentAgain_isNotMeasured() {
        write(100);
        acknowledges(100);
        long srtt = client.srttNanos;
        write(4 * MSS);
        for (int i = 0; i < 3; i++) {
            acknowledges(100);
        }
        assertThat(send().repair).isEqualTo(SendState.Repair.FAST);
        world.loop.runUntil(world.loop.nowNanos() + 50 * MS);
        acknowledges(100 + 4 * MSS);

        assertThat(client.srttNanos).isEqualTo(srtt);
    }

    /** RFC 9293 section 3.10.7.4: the window of a segment that was sent before the one that told of it last is old. */
    @Test
    void window_ofAnEarlierSegmentThatComesLater_isNotTaken() {
        arrives(100, 0, 20_000, 10);
        assertThat(client.sndWnd).isEqualTo(20_000);
        arrives(0, 0, 5_000, 10);
        assertThat(client.sndWnd).isEqualTo(20_000);
        assertThat(client.rcvNxt()).isEqualTo(firstReceived + 10);
        arrives(100, 0, 6_000, 10);
        assertThat(client.sndWnd).isEqualTo(6_000);
        arrives(110, 0, 7_000, 10);
        assertThat(client.sndWnd).isEqualTo(7_000);
    }

    @Test
    void window_ofAnEarlierAcknowledgmentThatComesLater_isNotTaken() {
        write(2 * MSS);
        arrives(0, 2 * MSS, 20_000, 0);
        assertThat(client.sndWnd).isEqualTo(20_000);
        arrives(0, MSS, 5_000, 0);
        assertThat(client.sndWnd).isEqualTo(20_000);
        // Even with new data it tells of an old window.
        arrives(0, MSS, 5_000, 10);
        arrives(10, MSS, 5_000, 10);
        assertThat(client.rcvNxt()).isEqualTo(firstReceived + 20);
        assertThat(client.sndWnd).isEqualTo(20_000);
    }

    @Test
    void window_toldOfWithTheSameNumbersAgain_isTaken() {
        arrives(0, 0, 20_000, 0);
        arrives(0, 0, 5_000, 0);
        assertThat(client.sndWnd).isEqualTo(5_000);
        arrives(0, 0, 30_000, 0);
        assertThat(client.sndWnd).isEqualTo(30_000);
    }

    /**
     * RFC 6582 section 3.2: ten segments are outstanding, besides two that limited transmit lets go and that do not count
     * (RFC 5681 section 3.2, step 2), so ssthresh is 5, and cwnd 5 + 3. A partial acknowledgment takes away what it
     * acknowledges and gives back a segment, where it acknowledges as much.
     */
    @Test
    void partialAcknowledgment_deflatesTheWindowByWhatItAcknowledges() {
        write(20 * MSS);
        assertThat(client.sndNxt - client.sndUna).isEqualTo(10 * MSS);
        for (int i = 0; i < 3; i++) {
            acknowledges(0);
        }
        assertThat(client.sndNxt - client.sndUna).isEqualTo(12 * MSS);
        assertThat(send().ssthresh).isEqualTo(5 * MSS);
        assertThat(send().cwnd).isEqualTo(8 * MSS);
        acknowledges(0);
        assertThat(send().cwnd).isEqualTo(9 * MSS);

        acknowledges(3 * MSS);
        assertThat(send().cwnd).isEqualTo(7 * MSS);
        acknowledges(3 * MSS + 500);
        assertThat(send().cwnd).isEqualTo(7 * MSS - 500);
        assertThat(world.records(SegmentRetransmitted.class))
                .extracting(record -> record.sequence() - firstSent)
                .containsExactly(0, 3 * MSS, 3 * MSS + 500);
        acknowledges(12 * MSS);
        assertThat(send().repair).isEqualTo(SendState.Repair.NONE);
    }

    /** RFC 5681 section 3.1 with RFC 9438 section 5.8: what is not used says nothing about the path. */
    @Test
    void congestionWindow_ofAnApplicationThatSendsLittle_doesNotGrow() {
        write(MSS);
        int before = send().cwnd;
        assertThat(before).isEqualTo(10 * MSS);
        for (int i = 1; i <= 50; i++) {
            acknowledges(i * MSS);
            write(MSS);
        }
        assertThat(send().cwnd).isEqualTo(before);
    }

    @Test
    void congestionWindow_thatHoldsTheSenderBack_grows() {
        write(30 * MSS);
        acknowledges(MSS);

        assertThat(send().cwnd).isEqualTo(11 * MSS);
    }

    @Test
    void congestionWindow_thatOnlyTheRemoteWindowHoldsBack_doesNotGrow() {
        write(MSS);
        arrives(0, MSS, 2 * MSS, 0);
        write(20 * MSS);
        assertThat(client.sndNxt - client.sndUna).isEqualTo(2 * MSS);
        for (int i = 3; i <= 9; i += 2) {
            arrives(0, i * MSS, 2 * MSS, 0);
        }

        assertThat(send().cwnd).isEqualTo(10 * MSS);
    }
}
