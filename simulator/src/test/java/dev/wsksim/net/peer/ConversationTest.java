package dev.wsksim.net.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.peer.ConnectOutcome.Accept;
import dev.wsksim.net.peer.SequenceReference.Base;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.IcmpErrorReceived;
import dev.wsksim.net.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lets two scripted ends talk to each other. */
class ConversationTest {

    private static final Act CLOSE = new Act.Close();
    private static final Act RESET = new Act.Reset();
    private static final Act END = new Act.ExpectEnd(Optional.empty());
    private static final Act REST = new Act.ReceiveRest(Optional.empty());

    private final TwoHosts world = new TwoHosts();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private LoopOutcome outcome = LoopOutcome.STOPPED;

    private static Act send(String text) {
        return new Act.Send(Content.text(text));
    }

    private static Act receive(String text) {
        return new Act.Receive(Content.text(text), Optional.empty());
    }

    private static Act waitFor(long millis) {
        return new Act.Wait(SimDuration.ofMillis(millis));
    }

    private static Act at(long millis) {
        return new Act.WaitUntil(SimTime.ofNanos(millis * TwoHosts.MILLISECOND));
    }

    private static Act lost(Act.Loss loss) {
        return new Act.ExpectLoss(loss, Optional.empty());
    }

    private ScriptedClient run(List<Act> client, List<Act> server) {
        Behaviour serverScript = Behaviour.Conversation.of(mismatches::add, server);
        new ScriptedPeer(
                world.loop,
                world.trace,
                world.server,
                TwoHosts.SERVER.port(),
                List.of(new Accept(SimDuration.ZERO)),
                serverScript);
        ScriptedClient opened = new ScriptedClient(
                world.loop,
                world.trace,
                world.client,
                TwoHosts.SERVER,
                Behaviour.Conversation.of(mismatches::add, client));
        opened.connectAt(SimTime.START);
        outcome = world.loop.run();
        return opened;
    }

    private Mismatch only() {
        assertThat(mismatches).hasSize(1);
        return mismatches.get(0);
    }

    @Test
    void bothPlayAlong_nothingIsReportedAndAllIsClosed() {
        ScriptedClient client = run(
                List.of(send("ping"), receive("pong"), CLOSE, END), List.of(receive("ping"), send("pong"), END, CLOSE));

        assertThat(mismatches).isEmpty();
        assertThat(outcome).isEqualTo(LoopOutcome.DRAINED);
        assertThat(client.wasEstablished()).isTrue();
        assertThat(client.connection().orElseThrow().state()).isEqualTo(TcpState.CLOSED);
        assertThat(world.server.tcp().connections()).isEmpty();
        assertThat(world.records(ActTaken.class)).hasSize(8);
    }

    @Test
    void script_thatDoesNotClose_closesWhenTheOtherEndDoes() {
        run(List.of(send("ping"), CLOSE), List.of(receive("ping")));

        assertThat(mismatches).isEmpty();
        assertThat(world.client.tcp().connections()).isEmpty();
        assertThat(world.server.tcp().connections()).isEmpty();
    }

    @Test
    void receive_ofPieces_isDoneWhenAllHasCome() {
        run(List.of(send("pi"), waitFor(500), send("ng"), CLOSE), List.of(receive("ping"), END));

        assertThat(mismatches).isEmpty();
    }

    @Test
    void receive_ofOtherBytes_tellsThePlaceWithBothSides() {
        run(List.of(send("hello world"), CLOSE), List.of(receive("hello"), receive(" word!")));

        Mismatch mismatch = only();
        assertThat(mismatch.act()).isEqualTo(1);
        assertThat(mismatch.end()).startsWith("server 192.0.2.20:445 > 192.0.2.10:");
        assertThat(mismatch.title()).isEqualTo("other data arrived, from byte 4 of this act on");
        assertThat(mismatch.expected()).isEqualTo("from byte 4 on: \"d!\" (64 21)");
        assertThat(mismatch.actual()).isEqualTo("from byte 4 on: \"ld\" (6c 64)");
        assertThat(world.records(ConversationBroken.class)).containsExactly(new ConversationBroken(mismatch));
        assertThat(world.server.tcp().connections()).isEmpty();
    }

    @Test
    void receive_ofMoreThanComes_tellsHowMuchCame() {
        run(List.of(send("hel"), CLOSE), List.of(receive("hello")));

        assertThat(only().title()).isEqualTo("the stream ended too early");
        assertThat(only().expected()).isEqualTo("5 bytes");
        assertThat(only().actual()).isEqualTo("the end of the stream after 3");
    }

    @Test
    void receiveCount_ofAnyBytes_leavesTheNextOnes() {
        run(List.of(send("abcdef"), CLOSE), List.of(new Act.ReceiveCount(4, Optional.empty()), receive("ef"), END));

        assertThat(mismatches).isEmpty();
    }

    @Test
    void receiveRest_ofALongStream_endsWithIt() {
        run(List.of(new Act.Send(new Content.Counting(300_000)), CLOSE), List.of(receive("\u0000\u0001"), REST));

        assertThat(mismatches).isEmpty();
        assertThat(outcome).isEqualTo(LoopOutcome.DRAINED);
    }

    @Test
    void longStream_bothWaysWithOtherSeeds_isToldApart() {
        run(
                List.of(new Act.Send(new Content.Seeded(100_000, 1)), CLOSE),
                List.of(new Act.Receive(new Content.Seeded(100_000, 2), Optional.empty())));

        assertThat(only().title()).isEqualTo("other data arrived, from byte 0 of this act on");
    }

    @Test
    void expectEnd_beforeTheLastData_tellsTheData() {
        run(List.of(send("more"), CLOSE), List.of(END));

        assertThat(only().title()).isEqualTo("more data arrived");
        assertThat(only().actual()).isEqualTo("\"more\" (6d 6f 72 65)");
    }

    @Test
    void within_asLongAsItTakes_isInTime() {
        SimDuration limit = SimDuration.ofMillis(2);

        run(List.of(waitFor(1), send("x"), CLOSE), List.of(new Act.Receive(Content.text("x"), Optional.of(limit))));

        // Established at 3 ms on the server's side; the byte is sent at 3 ms and comes at 4 ms.
        assertThat(mismatches).isEmpty();
    }

    @Test
    void within_aLittleLessThanItTakes_tellsHowFarItCame() {
        SimDuration limit = SimDuration.ofMillis(5);

        run(
                List.of(send("ab"), waitFor(6), send("c"), CLOSE),
                List.of(new Act.Receive(Content.text("abc"), Optional.of(limit))));

        assertThat(only().title()).isEqualTo("this act takes too long");
        assertThat(only().expected()).isEqualTo("receive \"abc\" (61 62 63) within 5ms");
        assertThat(only().actual()).isEqualTo("2 bytes so far");
    }

    @Test
    void waitUntil_anInstantThatIsOver_isAMismatch() {
        run(List.of(waitFor(10), at(5), CLOSE), List.of(END));

        assertThat(only().expected()).isEqualTo("at 5ms");
        assertThat(only().actual()).isEqualTo("at 12ms");
    }

    @Test
    void waitUntil_anInstantAhead_beginsThere() {
        run(List.of(at(40), CLOSE), List.of(END));

        assertThat(mismatches).isEmpty();
        assertThat(world.sent()).contains("40ms client > server: FIN+ACK");
    }

    @Test
    void reset_byTheOtherEnd_isWhatTheScriptExpects() {
        run(List.of(send("x"), lost(Act.Loss.RESET)), List.of(receive("x"), RESET));

        assertThat(mismatches).isEmpty();
        assertThat(outcome).isEqualTo(LoopOutcome.DRAINED);
    }

    @Test
    void reset_unexpected_tellsTheActThatIsLost() {
        run(List.of(send("x"), receive("y")), List.of(receive("x"), RESET));

        assertThat(only().title()).isEqualTo("the connection was lost");
        assertThat(only().expected()).isEqualTo("receive \"y\" (79)");
        assertThat(only().actual()).isEqualTo("a reset");
    }

    @Test
    void reset_expectedOfAnEndThatCloses_isAMismatch() {
        run(List.of(CLOSE, lost(Act.Loss.RESET)), List.of(END, CLOSE));

        assertThat(only().title()).isEqualTo("the connection is closed");
    }

    @Test
    void timeOut_becauseNothingComesThrough_isWhatTheScriptExpects() {
        world.loop.schedule(5 * TwoHosts.MILLISECOND, () -> world.there.setUp(false));

        run(List.of(waitFor(10), send("x"), lost(Act.Loss.TIME_OUT)), List.of(REST));

        assertThat(mismatches).isEmpty();
        assertThat(outcome).isEqualTo(LoopOutcome.STALLED);
        assertThat(world.loop.describeWaiting()).contains("server 192.0.2.20:445", "is to receive the rest");
    }

    @Test
    void script_thatWaitsInVain_isAStall() {
        run(List.of(receive("x")), List.of(receive("y")));

        assertThat(mismatches).isEmpty();
        assertThat(outcome).isEqualTo(LoopOutcome.STALLED);
        assertThat(world.loop.waiting()).hasSize(2).allSatisfy(who -> {
            assertThat(((WaitingEnd) who).act()).isZero();
            assertThat(((WaitingEnd) who).isGone()).isFalse();
        });
    }

    @Test
    void script_ofAHostThatCrashes_isGone() {
        world.loop.schedule(5 * TwoHosts.MILLISECOND, world.client::crash);

        run(List.of(receive("x")), List.of(waitFor(1)));

        assertThat(world.loop.waiting()).hasSize(1);
        assertThat(((WaitingEnd) world.loop.waiting().get(0)).isGone()).isTrue();
    }

    @Test
    void halfClose_letsTheOtherDirectionGoOn() {
        run(
                List.of(send("all"), CLOSE, receive("answer"), END),
                List.of(receive("all"), END, waitFor(50), send("answer"), CLOSE));

        assertThat(mismatches).isEmpty();
    }

    @Test
    void inject_ofARstInTheWindow_meetsAChallengeAck() {
        SequenceReference inWindow = new SequenceReference(Base.SND_NXT, 10);
        ForgedSegment rst = ForgedSegment.of(TcpFlags.RST, inWindow);

        run(
                List.of(receive("still here"), CLOSE),
                List.of(at(20), new Act.Inject(rst), at(30), send("still here"), END));

        assertThat(mismatches).isEmpty();
        assertThat(world.sent()).containsSubsequence("20ms server > client: RST", "21ms client > server: ACK");
    }

    @Test
    void inject_ofTheExactRst_ends() {
        ForgedSegment rst = ForgedSegment.of(TcpFlags.RST, SequenceReference.of(Base.SND_NXT));

        run(List.of(lost(Act.Loss.RESET)), List.of(at(20), new Act.Inject(rst)));

        assertThat(mismatches).isEmpty();
    }

    @Test
    void reportError_aboutTheConnection_reachesItsTcp() {
        Act report = new Act.ReportError(IcmpErrorKind.HOST_UNREACHABLE, 0, new SequenceReference(Base.RCV_NXT, 0));

        run(List.of(waitFor(50), CLOSE), List.of(at(20), report, END));

        assertThat(mismatches).isEmpty();
        assertThat(world.records(IcmpErrorReceived.class)).hasSize(1);
        assertThat(world.sent()).contains("20ms server > client: ICMP");
    }

    @Test
    void client_ofAPortWhereNobodyListens_isRefused() {
        ScriptedClient client = new ScriptedClient(
                world.loop, world.trace, world.client, TwoHosts.SERVER, new Behaviour.Discard(), 50_000);
        client.connectAt(SimTime.START);
        world.loop.run();

        assertThat(client.failure()).contains(ConnectFailure.REFUSED);
        assertThat(client.wasEstablished()).isFalse();
        assertThat(client.connection().orElseThrow().local().port()).isEqualTo(50_000);
    }

    @Test
    void client_ofAPortThatIsTaken_failsAtOnce() {
        world.acceptingPeer();
        List<ScriptedClient> clients = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ScriptedClient client = new ScriptedClient(
                    world.loop, world.trace, world.client, TwoHosts.SERVER, new Behaviour.Discard(), 50_000);
            client.connectAt(SimTime.START);
            clients.add(client);
        }
        world.loop.run();

        assertThat(clients.get(0).wasEstablished()).isTrue();
        assertThat(clients.get(1).failure()).contains(ConnectFailure.ADDRESS_IN_USE);
        assertThat(world.records(ClientFailed.class)).hasSize(1);
    }
}
