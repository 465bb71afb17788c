package dev.wsksim.net.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.peer.ConnectOutcome.Accept;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TcpUser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays each ready behaviour against a client that sends and reads all it can. */
class BehaviourTest {

    private final TwoHosts world = new TwoHosts();
    private final Client client = new Client();

    /** Sends a stream, closes behind it if told to, and keeps what comes. */
    private static final class Client implements TcpUser {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final byte[] piece = new byte[10_000];
        private Content content = Content.text("x");
        private long sent;
        private boolean closes = true;
        private boolean remoteClosed;

        @Override
        public void connected(TcpConnection connection) {
            send(connection);
        }

        @Override
        public void spaceFreed(TcpConnection connection) {
            send(connection);
        }

        private void send(TcpConnection connection) {
            int taken = 1;
            while (sent < content.length() && taken > 0) {
                int most = (int) Math.min(piece.length, content.length() - sent);
                content.copyTo(sent, piece, most);
                taken = connection.write(piece, 0, most);
                sent += taken;
            }
            if (sent == content.length() && closes) {
                connection.close();
            }
        }

        @Override
        public void dataArrived(TcpConnection connection) {
            while (connection.readable() > 0) {
                received.write(piece, 0, connection.read(piece, 0, piece.length));
            }
        }

        @Override
        public void remoteClosed(TcpConnection connection) {
            dataArrived(connection);
            remoteClosed = true;
        }
    }

    private TcpConnection run(Behaviour behaviour) {
        new ScriptedPeer(
                world.loop,
                world.trace,
                world.server,
                TwoHosts.SERVER.port(),
                List.of(new Accept(SimDuration.ZERO)),
                behaviour);
        TcpConnection connection = world.connect(client);
        world.loop.run();
        return connection;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1460, 100_000, 1_000_000})
    void echo_ofAnyLength_sendsAllBackAndCloses(long length) {
        client.content = new Content.Seeded(length, 5);

        TcpConnection connection = run(new Behaviour.Echo());

        byte[] expected = new byte[(int) length];
        client.content.copyTo(0, expected, expected.length);
        assertThat(client.received.toByteArray()).isEqualTo(expected);
        assertThat(client.remoteClosed).isTrue();
        assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    void echo_towardsAClientThatKeepsOpen_doesNotClose() {
        client.closes = false;

        TcpConnection connection = run(new Behaviour.Echo());

        assertThat(client.received.toString(StandardCharsets.US_ASCII)).isEqualTo("x");
        assertThat(connection.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void discard_ofALongStream_readsAllAndCloses() {
        client.content = new Content.Counting(1_000_000);

        TcpConnection connection = run(new Behaviour.Discard());

        assertThat(client.received.size()).isZero();
        assertThat(connection.bytesSent()).isEqualTo(1_000_000);
        assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    void chargen_untilTheClientCloses_sendsTheLinesOfTheRfc() {
        run(new Behaviour.Chargen());

        List<String> lines =
                client.received.toString(StandardCharsets.US_ASCII).lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefg");
        assertThat(lines.get(1))
                .isEqualTo("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefgh");
        assertThat(lines.get(95)).isEqualTo(lines.get(0));
        assertThat(lines.get(40)).hasSize(72);
        assertThat(client.remoteClosed).isTrue();
    }

    @Test
    void neverReads_ofMoreThanItsWindow_leavesTheRestUnsent() {
        client.content = new Content.Counting(1_000_000);
        new ScriptedPeer(
                world.loop,
                world.trace,
                world.server,
                TwoHosts.SERVER.port(),
                List.of(new Accept(SimDuration.ZERO)),
                new Behaviour.NeverReads());
        TcpConnection connection = world.connect(client);

        world.loop.runUntil(60 * TwoHosts.SECOND);

        TcpConnection peer = world.server.tcp().connections().get(0);
        assertThat(peer.readable()).isPositive().isEqualTo((int) peer.bytesReceived());
        assertThat(connection.bytesSent()).isLessThan(1_000_000);
        assertThat(connection.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void slowReader_ofFiveGoes_takesFiveTimesItsPause() {
        client.content = new Content.Counting(5_000);

        run(new Behaviour.SlowReader(1_000, SimDuration.ofMillis(100)));

        TcpConnection last = world.client.tcp().connections().isEmpty()
                ? null
                : world.client.tcp().connections().get(0);
        assertThat(last).isNull();
        assertThat(client.remoteClosed).isTrue();
        // The data comes at 3 ms; five goes later the end of the stream is seen and answered.
        assertThat(world.sent()).anyMatch(line -> line.equals("503ms server > client: FIN+ACK"));
    }

    @Test
    void slowReader_withoutPause_isRefused() {
        assertThatThrownBy(() -> new Behaviour.SlowReader(1, SimDuration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Behaviour.SlowReader(0, SimDuration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
