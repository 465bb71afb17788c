package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketLoss;
import dev.wsksim.net.link.PacketSelection;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.SackBlocks;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Data on an established connection, packet by packet; 1 ms each way, the connection is established at 2 ms. */
class TcpTransferTest {

    private static final long MS = TwoHosts.MILLISECOND;
    private static final byte[] DATA = new byte[200_000];

    /** Remembers its connection, and reads only when told to. */
    private static class End implements TcpUser {
        @Nullable
        TcpConnection connection;

        final List<String> told = new ArrayList<>();
        boolean reads = true;

        TcpConnection it() {
            return Objects.requireNonNull(connection);
        }

        @Override
        public void connected(TcpConnection established) {
            connection = established;
        }

        @Override
        public void dataArrived(TcpConnection from) {
            if (reads) {
                read();
            }
        }

        int read() {
            byte[] into = new byte[DATA.length];
            return it().read(into, 0, into.length);
        }

        @Override
        public void reset(TcpConnection which) {
            told.add("reset");
        }

        @Override
        public void timedOut(TcpConnection which) {
            told.add("timed out");
        }

        @Override
        public void remoteClosed(TcpConnection which) {
            told.add("remote closed");
        }

        @Override
        public void closed(TcpConnection which) {
            told.add("closed");
        }
    }

    /** An established connection. */
    private static final class Pair {
        final TwoHosts hosts;
        final End client = new End();
        final End server = new End();

        Pair(TcpParameters parameters) {
            this(parameters, TwoHosts.ONE_MILLISECOND);
        }

        Pair(TcpParameters parameters, LinkConfiguration there) {
            hosts = new TwoHosts(parameters, there, TwoHosts.ONE_MILLISECOND);
            hosts.server.tcp().listen(TwoHosts.SERVER, request -> request.accept(server));
            hosts.connect(client);
            hosts.loop.runUntil(10 * MS);
        }

        Pair() {
            this(TcpParameters.WINDOWS_11);
        }

        void write(int length) {
            assertThat(client.it().write(DATA, 0, length)).isEqualTo(length);
        }

        void runTo(long millis) {
            hosts.loop.runUntil(millis * MS);
        }

        /** The packets since 10 ms: {@code 12ms client PSH+ACK 100+20}, relative to the initial numbers. */
        List<String> packets() {
            List<String> all = new ArrayList<>();
            hosts.log.entries().forEach(entry -> {
                if (entry.record() instanceof PacketSent sent
                        && sent.packet().payload() instanceof TcpSegment segment
                        && entry.timeNanos() >= 10 * MS) {
                    boolean fromClient = sent.link().startsWith("client");
                    int iss = fromClient ? client.it().iss() : server.it().iss();
                    int irs = fromClient ? client.it().irs() : server.it().irs();
                    String sack = segment.options().sackBlocks().count() == 0
                            ? ""
                            : " sack " + (segment.options().sackBlocks().left(0) - irs) + "-"
                                    + (segment.options().sackBlocks().right(0) - irs);
                    all.add(entry.time() + " " + (fromClient ? "client " : "server ") + segment.flagsText() + " "
                            + (segment.sequence() - iss) + "+" + segment.data().length() + " ack "
                            + (segment.acknowledgment() - irs) + sack);
                }
            });
            return all;
        }

        /** Gives the client a segment as if from the server, with a sequence number relative to what is next. */
        void forge(int flags, int ahead, int acknowledgment, ByteSlice data) {
            TcpSegment segment = new TcpSegment(
                    TwoHosts.SERVER.port(),
                    TwoHosts.CLIENT.port(),
                    client.it().rcvNxt() + ahead,
                    acknowledgment,
                    flags,
                    65_535,
                    TcpOptions.NONE,
                    data);
            hosts.client.receive(new Packet(TwoHosts.SERVER.address(), TwoHosts.CLIENT.address(), 128, segment));
        }
    }

    private static TcpParameters with(UnaryOperator<TransferParameters> change) {
        return TcpParameters.WINDOWS_11.withTransfer(change.apply(TcpParameters.WINDOWS_11.transfer()));
    }

    @Test
    void write_singleSegment_isAcknowledgedAfterTheDelay() {
        Pair pair = new Pair();
        pair.write(100);
        pair.runTo(200);

        assertThat(pair.packets()).containsExactly("10ms client PSH+ACK 1+100 ack 1", "51ms server ACK 1+0 ack 101");
        assertThat(pair.client.it().queuedBytes()).isZero();
        assertThat(pair.server.it().bytesReceived()).isEqualTo(100);
    }

    @Test
    void write_twoSegments_areAcknowledgedAtOnce() {
        Pair pair = new Pair();
        pair.write(2920);
        pair.runTo(200);

        assertThat(pair.packets())
                .containsExactly(
                        "10ms client ACK 1+1460 ack 1",
                        "10ms client PSH+ACK 1461+1460 ack 1",
                        "11ms server ACK 1+0 ack 2921");
    }

    @Test
    void windows7_singleSegment_isAcknowledgedAfter200Milliseconds() {
        Pair pair = new Pair(TcpParameters.WINDOWS_7);
        pair.write(100);
        pair.runTo(400);

        assertThat(pair.packets()).last().isEqualTo("211ms server ACK 1+0 ack 101");
    }

    @Test
    void nagle_smallWriteBehindASmallOne_waitsForTheAcknowledgment() {
        Pair pair = new Pair();
        pair.write(10);
        pair.write(20);
        pair.runTo(200);

        assertThat(pair.packets())
                .containsExactly(
                        "10ms client PSH+ACK 1+10 ack 1",
                        "51ms server ACK 1+0 ack 11",
                        "52ms client PSH+ACK 11+20 ack 1",
                        "93ms server ACK 1+0 ack 31");
    }

    @Test
    void noDelay_smallWrites_goAtOnce() {
        Pair pair = new Pair();
        pair.client.it().setNoDelay(true);
        pair.write(10);
        pair.write(20);
        pair.runTo(200);

        assertThat(pair.packets()).startsWith("10ms client PSH+ACK 1+10 ack 1", "10ms client PSH+ACK 11+20 ack 1");
    }

    @Test
    void initialWindow_isTenSegments_andTwoOnWindows7() {
        Pair pair = new Pair();
        pair.write(60_000);
        assertThat(pair.packets()).hasSize(10);

        Pair old = new Pair(TcpParameters.WINDOWS_7);
        old.write(60_000);
        assertThat(old.packets()).hasSize(2);
    }

    @Test
    void close_withDataQueued_sendsFinOnTheLastSegment() {
        Pair pair = new Pair();
        pair.write(2000);
        pair.client.it().close();
        pair.runTo(200);

        assertThat(pair.packets())
                .startsWith("10ms client ACK 1+1460 ack 1", "10ms client FIN+PSH+ACK 1461+540 ack 1")
                .contains("11ms server ACK 1+0 ack 2002");
        assertThat(pair.server.told).containsExactly("remote closed");
        assertThat(pair.server.it().isEndOfStream()).isTrue();
        assertThat(pair.client.it().state()).isEqualTo(TcpState.FIN_WAIT_2);
    }

    @Test
    void halfClose_dataGoesOnTheOtherWay() {
        Pair pair = new Pair();
        pair.client.it().close();
        pair.runTo(20);
        assertThat(pair.server.it().write(DATA, 0, 5000)).isEqualTo(5000);
        pair.server.it().close();
        pair.runTo(200);

        assertThat(pair.client.it().bytesReceived()).isEqualTo(5000);
        assertThat(pair.client.it().state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(pair.server.it().state()).isEqualTo(TcpState.CLOSED);
        assertThat(pair.server.told).containsExactly("remote closed", "closed");
    }

    @Test
    void write_afterClose_isRefused() {
        Pair pair = new Pair();
        pair.client.it().close();

        assertThatThrownBy(() -> pair.client.it().write(DATA, 0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rto_silence_resendsTheOldestAndEndsTimedOut() {
        Pair pair = new Pair();
        pair.hosts.there.setUp(false);
        pair.write(3000);
        pair.runTo(60_000);

        assertThat(pair.hosts.records(SegmentRetransmitted.class))
                .extracting(SegmentRetransmitted::describe)
                .hasSize(5)
                .allMatch(text -> text.contains("length 1460 retransmitted, time-out number"));
        // 0.3 s, then twice as long every time; given up when the sixth passes.
        assertThat(pair.packets().stream().filter(packet -> packet.contains(" 1+1460")))
                .extracting(packet -> packet.substring(0, packet.indexOf(' ')))
                .containsExactly("10ms", "310ms", "910ms", "2.11s", "4.51s", "9.31s");
        assertThat(pair.client.told).containsExactly("timed out");
        assertThat(pair.hosts.records(ConnectionTimedOut.class)).hasSize(1);
    }

    /** The link loses one data segment of ten: three duplicates bring it back before any time-out. */
    private static Pair lossy(TcpParameters parameters, int lost) {
        LinkConfiguration there = TwoHosts.ONE_MILLISECOND.with(PacketLoss.of(PacketSelection.nth(2 + lost)));
        Pair pair = new Pair(parameters, there);
        pair.write(14_600);
        pair.runTo(200);
        return pair;
    }

    @Test
    void sack_oneSegmentLost_isSentAgainByFastRetransmit() {
        Pair pair = lossy(TcpParameters.WINDOWS_11, 3);

        assertThat(pair.packets()).contains("11ms server ACK 1+0 ack 2921 sack 4381-5841");
        assertThat(pair.hosts.records(SegmentRetransmitted.class))
                .extracting(SegmentRetransmitted::reason, SegmentRetransmitted::length)
                .containsExactly(
                        Tuple.tuple(RetransmissionReason.FAST, 1460), Tuple.tuple(RetransmissionReason.RESCUE, 1460));
        assertThat(pair.server.it().bytesReceived()).isEqualTo(14_600);
        assertThat(pair.hosts.records(CongestionChanged.class))
                .extracting(CongestionChanged::what)
                .containsExactly("fast recovery", "recovered");
    }

    @Test
    void newReno_oneSegmentLost_isSentAgainAfterThreeDuplicates() {
        Pair pair = lossy(with(transfer -> transfer.withSack(false).withCongestion(CongestionAlgorithm.NEW_RENO)), 3);

        assertThat(pair.packets()).noneMatch(packet -> packet.contains("sack"));
        assertThat(pair.hosts.records(DuplicateAckArrived.class)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pair.hosts.records(SegmentRetransmitted.class))
                .extracting(SegmentRetransmitted::reason)
                .containsExactly(RetransmissionReason.FAST);
        assertThat(pair.server.it().bytesReceived()).isEqualTo(14_600);
    }

    @Test
    void lastSegmentLost_noDuplicates_needsATimeOut() {
        Pair pair = new Pair(
                TcpParameters.WINDOWS_11, TwoHosts.ONE_MILLISECOND.with(PacketLoss.of(PacketSelection.nth(4))));
        pair.write(2920);
        pair.runTo(2000);

        assertThat(pair.hosts.records(SegmentRetransmitted.class))
                .extracting(SegmentRetransmitted::reason)
                .containsExactly(RetransmissionReason.TIME_OUT);
        assertThat(pair.server.it().bytesReceived()).isEqualTo(2920);
    }

    @Test
    void zeroWindow_isProbedEverMoreSeldom_andOpensWhenTheUserReads() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(2920, 0));
        pair.server.reads = false;
        pair.write(10_000);
        pair.runTo(5_000);

        assertThat(pair.client.it().sndWnd()).isZero();
        assertThat(pair.hosts.records(ProbeSent.class))
                .extracting(ProbeSent::what)
                .containsOnly("window probe");
        List<String> probes = pair.packets().stream()
                .filter(packet -> packet.contains("client ACK 2921+1"))
                .map(packet -> packet.substring(0, packet.indexOf(' ')))
                .toList();
        assertThat(probes).containsExactly("312ms", "912ms", "2.112s", "4.512s");
        assertThat(pair.server.it().readable()).isEqualTo(2920);

        pair.server.reads = true;
        assertThat(pair.server.read()).isEqualTo(2920);
        pair.runTo(6_000);
        assertThat(pair.packets()).contains("5s server ACK 1+0 ack 2921", "5.001s client ACK 2921+1460 ack 1");
        assertThat(pair.server.it().bytesReceived()).isEqualTo(10_000);
        assertThat(pair.client.told).isEmpty();
    }

    @Test
    void zeroWindow_nobodyAnswers_endsTimedOut() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(2920, 0));
        pair.server.reads = false;
        pair.write(10_000);
        pair.runTo(20);
        pair.hosts.there.setUp(false);
        pair.runTo(100_000);

        assertThat(pair.client.told).containsExactly("timed out");
    }

    @Test
    void sillyWindow_userReadsAByteAtATime_isNotToldOfEachByte() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(2920, 0));
        pair.server.reads = false;
        pair.write(10_000);
        pair.runTo(20);
        int before = pair.packets().size();
        byte[] one = new byte[1];
        for (int i = 0; i < 1459; i++) {
            pair.server.it().read(one, 0, 1);
        }
        assertThat(pair.packets()).hasSize(before);
        pair.server.it().read(one, 0, 1);
        assertThat(pair.packets()).hasSize(before + 1);
    }

    @Test
    void receiveWindow_growsWithTheUser() {
        Pair pair = new Pair();
        End writer = pair.client;
        byte[] much = new byte[4_000_000];
        int[] written = {0};
        Runnable more = () -> {
            while (written[0] < much.length) {
                int taken = writer.it().write(much, written[0], Math.min(100_000, much.length - written[0]));
                written[0] += taken;
                if (taken == 0) {
                    return;
                }
            }
        };
        for (int at = 10; at < 1000; at++) {
            pair.hosts.loop.scheduleAt(at * MS, more::run);
        }
        pair.runTo(2000);

        assertThat(pair.server.it().bytesReceived()).isEqualTo(4_000_000);
        assertThat(pair.server.it().rcvWnd()).isGreaterThan(200_000);
        assertThat(pair.client.it().sndWnd()).isGreaterThan(200_000);
    }

    @Test
    void keepAlive_deadPeer_isFoundAfterTheProbes() {
        Pair pair = new Pair();
        pair.client.it().setKeepAlive(KeepAlive.of(SimDuration.ofSeconds(10), SimDuration.ofSeconds(1), 3));
        pair.runTo(25_000);
        assertThat(pair.packets())
                .containsExactly(
                        "10.01s client ACK 0+1 ack 1",
                        "10.011s server ACK 1+0 ack 1",
                        "20.012s client ACK 0+1 ack 1",
                        "20.013s server ACK 1+0 ack 1");
        pair.hosts.server.crash();
        pair.runTo(60_000);

        assertThat(pair.client.told).containsExactly("timed out");
        assertThat(pair.hosts.records(ProbeSent.class))
                .extracting(ProbeSent::number)
                .containsExactly(1, 1, 1, 2, 3);
    }

    @Test
    void timestamps_areOnEverySegment_andShrinkIt() {
        Pair pair = new Pair(with(transfer -> transfer.withTimestamps(true)));
        pair.write(3000);
        pair.runTo(200);

        assertThat(pair.packets()).startsWith("10ms client ACK 1+1448 ack 1", "10ms client ACK 1449+1448 ack 1");
        assertThat(pair.hosts.records(PacketSent.class))
                .allMatch(
                        sent -> ((TcpSegment) sent.packet().payload()).options().timestamps());
    }

    @Test
    void timestamps_missing_segmentIsDropped() {
        Pair pair = new Pair(with(transfer -> transfer.withTimestamps(true)));
        pair.runTo(100);
        pair.forge(TcpFlags.ACK, 0, pair.client.it().sndNxt(), ByteSlice.copyOf((byte) 1));

        assertThat(pair.hosts.records(SegmentIgnored.class))
                .extracting(SegmentIgnored::reason)
                .containsExactly("timestamps missing");
        assertThat(pair.client.it().bytesReceived()).isZero();
        assertThat(pair.packets()).isEmpty();
    }

    @Test
    void urgent_isIgnoredWithARecord_andItsDataTaken() {
        Pair pair = new Pair();
        pair.forge(TcpFlags.URG | TcpFlags.ACK, 0, pair.client.it().sndNxt(), ByteSlice.copyOf((byte) 1, (byte) 2));

        assertThat(pair.hosts.records(SegmentIgnored.class))
                .extracting(SegmentIgnored::reason)
                .containsExactly("urgent pointer");
        assertThat(pair.client.it().bytesReceived()).isEqualTo(2);
    }

    @Test
    void ackOfLongAgo_isAnsweredAndItsDataNotTaken() {
        Pair pair = new Pair();
        pair.forge(TcpFlags.ACK, 0, pair.client.it().sndUna() - 70_000, ByteSlice.copyOf((byte) 1));

        assertThat(pair.client.it().bytesReceived()).isZero();
        assertThat(pair.packets()).containsExactly("10ms client ACK 1+0 ack 1");
    }

    @Test
    void dataOutOfOrder_isKeptAndAcknowledgedAtOnce() {
        Pair pair = new Pair();
        pair.forge(TcpFlags.ACK, 5, pair.client.it().sndNxt(), ByteSlice.copyOf((byte) 6));
        assertThat(pair.client.it().bytesReceived()).isZero();
        assertThat(pair.packets()).containsExactly("10ms client ACK 1+0 ack 1 sack 6-7");
        pair.forge(TcpFlags.ACK, 0, pair.client.it().sndNxt(), ByteSlice.of(new byte[] {1, 2, 3, 4, 5}, 0, 5));

        assertThat(pair.client.it().bytesReceived()).isEqualTo(6);
        assertThat(pair.packets()).last().isEqualTo("10ms client ACK 1+0 ack 7");
    }

    @Test
    void finOutOfOrder_countsWhenTheGapIsFilled() {
        Pair pair = new Pair();
        pair.forge(TcpFlags.FIN | TcpFlags.ACK, 2, pair.client.it().sndNxt(), ByteSlice.EMPTY);
        assertThat(pair.client.told).isEmpty();
        pair.forge(TcpFlags.ACK, 0, pair.client.it().sndNxt(), ByteSlice.copyOf((byte) 1, (byte) 2));

        assertThat(pair.client.told).containsExactly("remote closed");
        assertThat(pair.client.it().state()).isEqualTo(TcpState.CLOSE_WAIT);
    }

    @Test
    void packetTooBig_outstandingData_goesAgainInSmallerSegments() {
        Pair pair = new Pair();
        pair.hosts.there.setUp(false);
        pair.write(2920);
        Packet first = pair.hosts.records(PacketSent.class).stream()
                .map(PacketSent::packet)
                .filter(packet -> packet.payload() instanceof TcpSegment segment
                        && !segment.data().isEmpty())
                .findFirst()
                .orElseThrow();
        pair.hosts.there.setUp(true);
        IcmpError error = IcmpError.packetTooBig(first, 1000);
        pair.hosts.client.receive(new Packet(TwoHosts.SERVER.address(), TwoHosts.CLIENT.address(), 128, error));
        pair.runTo(100);

        assertThat(pair.hosts.records(SegmentRetransmitted.class))
                .extracting(SegmentRetransmitted::reason, SegmentRetransmitted::length)
                .contains(Tuple.tuple(RetransmissionReason.PATH_MTU, 960));
        assertThat(pair.server.it().bytesReceived()).isEqualTo(2920);
    }

    @Test
    void acceptQueue_full_refusesWithRst_andTakesInOrder() {
        TwoHosts hosts = new TwoHosts();
        AcceptQueue queue = new AcceptQueue(2);
        hosts.server.tcp().listen(TwoHosts.SERVER, queue);
        List<End> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            End client = new End();
            clients.add(client);
            hosts.client.tcp().connect(TwoHosts.CLIENT.withPort(50_000 + i), TwoHosts.SERVER, client);
        }
        hosts.loop.runUntil(10 * MS);
        assertThat(hosts.sent()).contains("1ms server > client: RST+ACK");
        assertThat(queue.size()).isEqualTo(2);
        assertThat(clients.get(0).it().write(DATA, 0, 7)).isEqualTo(7);
        hosts.loop.runUntil(20 * MS);

        End server = new End();
        TcpConnection taken = queue.take(server).orElseThrow();
        server.connection = taken;
        assertThat(taken.remote().port()).isEqualTo(50_000);
        assertThat(server.read()).isEqualTo(7);
        // The third client's SYN comes again half a second after the RST.
        hosts.loop.runUntil(1000 * MS);
        assertThat(clients.get(2).it().state()).isEqualTo(TcpState.ESTABLISHED);
        clients.get(1).it().abort();
        hosts.loop.runUntil(1010 * MS);
        assertThat(queue.take(server))
                .map(connection -> connection.remote().port())
                .isEqualTo(Optional.of(50_002));
        assertThat(queue.take(server)).isEmpty();
    }

    @Test
    void keepAlive_switchedOffAgain_doesNothingMore() {
        Pair pair = new Pair();
        pair.client.it().setKeepAlive(KeepAlive.of(SimDuration.ofSeconds(1), SimDuration.ofSeconds(1), 3));
        pair.runTo(500);
        pair.client.it().setKeepAlive(false);
        pair.runTo(5_000);
        assertThat(pair.packets()).isEmpty();

        pair.client.it().setKeepAlive(true);
        pair.runTo(7_206_000);
        assertThat(pair.packets()).startsWith("7205s client ACK 0+1 ack 1");
    }

    /** Without a scale the window cannot say what auto-tuning would give. */
    @Test
    void noWindowScale_bothWaysAndThenIdle_isQuiet() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(65_535, TcpOptions.ABSENT));
        for (int i = 0; i < 20; i++) {
            pair.client.it().write(DATA, 0, 60_000);
            pair.server.it().write(DATA, 0, 60_000);
            pair.runTo(20L + 50 * i);
        }
        pair.runTo(2_000);
        int before = pair.packets().size();
        pair.runTo(60_000);

        assertThat(pair.packets()).hasSize(before);
        assertThat(pair.server.it().bytesReceived()).isGreaterThan(500_000);
    }

    @Test
    void unreadBytes_neverMoreThanTheWindowAndAUnitOfItsScale() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(20_000, 14));
        pair.server.reads = false;
        pair.client.it().setNoDelay(true);
        for (int i = 0; i < 60_000; i++) {
            pair.client.it().write(DATA, 0, 1);
        }
        pair.runTo(60_000);

        assertThat(pair.server.it().readable()).isLessThanOrEqualTo(20_000 + (1 << 14));
    }

    @Test
    void readerAsleepForAnHour_withTheFinSentSeparately_getsEverything() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(2920, 0));
        pair.server.reads = false;
        pair.write(2920);
        pair.runTo(20);
        pair.client.it().close();
        pair.runTo(3_600_000);
        assertThat(pair.client.told).isEmpty();

        assertThat(pair.server.read()).isEqualTo(2920);
        pair.runTo(3_700_000);
        assertThat(pair.server.it().isEndOfStream()).isTrue();
    }

    @Test
    void readerAsleepForAnHour_withMoreToCome_isProbedAllTheWhile() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(2920, 0));
        pair.server.reads = false;
        pair.write(10_000);
        pair.runTo(3_600_000);
        assertThat(pair.client.told).isEmpty();
        assertThat(pair.hosts.records(ProbeSent.class)).hasSizeGreaterThan(50);

        pair.server.reads = true;
        pair.server.read();
        pair.runTo(3_700_000);
        assertThat(pair.server.it().bytesReceived()).isEqualTo(10_000);
    }

    @Test
    void halfClosedDownload_longerThanFinWait2_isNotCutShort() {
        Pair pair = new Pair();
        pair.client.it().close();
        for (int second = 1; second < 400; second += 60) {
            pair.runTo(1000L * second);
            pair.server.it().write(DATA, 0, 10_000);
        }
        pair.server.it().close();
        pair.runTo(500_000);

        assertThat(pair.client.it().bytesReceived()).isEqualTo(70_000);
        assertThat(pair.client.told).containsExactly("remote closed", "closed");
    }

    @Test
    void forgedResets_areAnsweredOnlyNowAndThen() {
        Pair pair = new Pair();
        for (int i = 0; i < 50; i++) {
            pair.forge(TcpFlags.RST, 10, 0, ByteSlice.EMPTY);
        }
        assertThat(pair.packets()).hasSize(1);
        assertThat(pair.client.told).isEmpty();
    }

    @Test
    void probeAnswers_withoutSack_areNoSignOfLoss() {
        TcpParameters noSack = with(transfer -> transfer.withSack(false)).withReceiveWindow(2920, 0);
        Pair pair = new Pair(noSack);
        pair.server.reads = false;
        pair.write(10_000);
        pair.runTo(100_000);

        assertThat(pair.hosts.records(DuplicateAckArrived.class)).isEmpty();
        assertThat(pair.hosts.records(CongestionChanged.class)).isEmpty();
    }

    @Test
    void abort_atAClosedWindow_isHeardByTheOtherEnd() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(2920, 0));
        pair.server.reads = false;
        pair.write(10_000);
        pair.runTo(1_000);
        pair.client.it().abort();
        pair.runTo(1_100);

        assertThat(pair.server.told).containsExactly("reset");
    }

    @Test
    void lostSyn_leavesOneSegmentToBeginWith() {
        Pair pair = new Pair(
                TcpParameters.WINDOWS_11, TwoHosts.ONE_MILLISECOND.with(PacketLoss.of(PacketSelection.nth(1))));
        pair.runTo(2_000);
        int before = pair.packets().size();
        pair.write(14_600);

        assertThat(pair.packets()).hasSize(before + 1);
    }

    @Test
    void limitedTransmit_firstTwoDuplicates_letNewSegmentsGo() {
        Pair pair = lossy(with(transfer -> transfer.withInitialWindowSegments(3)), 1);

        // Three segments are sent; the second and third tell of the loss of the first, and each lets a new one go.
        assertThat(pair.packets())
                .containsSubsequence(
                        "10ms client ACK 2921+1460 ack 1",
                        "12ms client ACK 4381+1460 ack 1",
                        "12ms client ACK 5841+1460 ack 1");
    }

    @Test
    void sackWithTimestamps_hasRoomForThreeBlocks() {
        Pair pair = new Pair(with(transfer -> transfer.withTimestamps(true)));
        for (int i = 1; i <= 5; i++) {
            TcpSegment segment = new TcpSegment(
                    TwoHosts.SERVER.port(),
                    TwoHosts.CLIENT.port(),
                    pair.client.it().rcvNxt() + 10 * i,
                    pair.client.it().sndNxt(),
                    TcpFlags.ACK,
                    65_535,
                    new TcpOptions(TcpOptions.ABSENT, TcpOptions.ABSENT, false, true, 1_000, 0, SackBlocks.NONE),
                    ByteSlice.copyOf((byte) 1));
            pair.hosts.client.receive(new Packet(TwoHosts.SERVER.address(), TwoHosts.CLIENT.address(), 128, segment));
        }

        List<TcpSegment> sent = pair.hosts.records(PacketSent.class).stream()
                .map(record -> (TcpSegment) record.packet().payload())
                .toList();
        TcpOptions last = sent.get(sent.size() - 1).options();
        assertThat(last.sackBlocks().count()).isEqualTo(3);
        assertThat(last.length()).isLessThanOrEqualTo(40);
    }

    @Test
    void duplicateData_isToldOfInTheSackOption() {
        Pair pair = new Pair();
        pair.forge(TcpFlags.ACK, 0, pair.client.it().sndNxt(), ByteSlice.of(new byte[100], 0, 100));
        pair.runTo(100);
        pair.forge(TcpFlags.ACK, -100, pair.client.it().sndNxt(), ByteSlice.of(new byte[100], 0, 100));

        assertThat(pair.packets()).last().isEqualTo("100ms client ACK 1+0 ack 101 sack 1-101");
    }

    @Test
    void textBeyondTheWindow_isNotTaken() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(100, 0));
        pair.client.reads = false;
        pair.forge(TcpFlags.ACK, 0, pair.client.it().sndNxt(), ByteSlice.of(new byte[150], 0, 150));

        assertThat(pair.client.it().readable()).isEqualTo(100);
    }

    @Test
    void packetTooBig_aboutNothingOutstanding_isIgnored() {
        Pair pair = new Pair();
        pair.write(2920);
        pair.runTo(100);
        Packet first = pair.hosts.records(PacketSent.class).stream()
                .map(PacketSent::packet)
                .filter(packet -> packet.payload() instanceof TcpSegment segment
                        && !segment.data().isEmpty())
                .findFirst()
                .orElseThrow();
        pair.hosts.client.tcp().icmpErrorArrived(IcmpError.packetTooBig(first, 1000));

        assertThat(pair.hosts.records(IcmpErrorReceived.class))
                .extracting(IcmpErrorReceived::heeded)
                .containsExactly(false);
    }

    @Test
    void smallWindow_senderWaitsForHalfOfItOrForTheTimer() {
        Pair pair = new Pair(TcpParameters.WINDOWS_11.withReceiveWindow(2920, 0));
        pair.server.reads = false;
        pair.write(2_000);
        pair.runTo(100);
        pair.write(2_000);
        pair.runTo(200);
        // 920 bytes of window are less than half of the largest; only the timer sends them.
        assertThat(pair.packets()).noneMatch(packet -> packet.contains(" 2001+"));
        pair.runTo(2_000);
        assertThat(pair.packets()).anyMatch(packet -> packet.contains(" 2001+920"));
    }

    @Test
    void abort_withDataQueued_throwsItAway() {
        Pair pair = new Pair();
        pair.write(60_000);
        pair.client.it().abort();
        pair.runTo(100);

        assertThat(pair.server.told).containsExactly("reset");
        assertThat(pair.hosts.loop.pendingEvents()).isZero();
    }
}
