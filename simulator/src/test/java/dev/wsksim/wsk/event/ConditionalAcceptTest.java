package dev.wsksim.wsk.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SO_CONDITIONAL_ACCEPT: WskInspectEvent, WskInspectComplete and WskAbortEvent. */
class ConditionalAcceptTest {

    private static final String LISTENER = "192.0.2.10:5000";

    /** A driver that answers inspections from a list and notes what it is told. */
    private static final class Inspector implements WskInspectEvent, WskAbortEvent {

        private final Deque<WskInspectAction> answers = new ArrayDeque<>();
        private final List<WskInspectId> asked = new ArrayList<>();
        private final List<WskInspectId> aborted = new ArrayList<>();
        private final WskWorld world;
        private List<String> packetsWhenAsked = List.of();
        private int deaths;
        private Runnable inside = () -> {};
        private final ListenSocket socket;

        Inspector(WskWorld world, WskInspectAction... actions) {
            this.world = world;
            answers.addAll(List.of(actions));
            socket = world.listening().made(new WskClientListenDispatch(null, this, this));
            assertThat(world.listening().conditional(socket).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.listening().bind(socket, LISTENER).await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        }

        @Override
        public @Nullable WskInspectAction inspectEvent(
                @Nullable Object socketContext,
                @Nullable SockAddr localAddress,
                @Nullable SockAddr remoteAddress,
                @Nullable WskInspectId inspectId) {
            if (inspectId == null) {
                deaths++;
                return WskInspectAction.WskInspectReject;
            }
            assertThat(localAddress).hasToString(LISTENER);
            asked.add(inspectId);
            packetsWhenAsked = world.packets();
            inside.run();
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }

        @Override
        public NtStatus abortEvent(@Nullable Object socketContext, WskInspectId inspectId) {
            aborted.add(inspectId);
            return NtStatus.STATUS_SUCCESS;
        }
    }

    private static ScriptedClient client(WskWorld world) {
        return world.clientOnServer(LISTENER, 0, new Behaviour.Discard());
    }

    @Test
    void option_needsBothCallbacks() {
        WskWorld.play(world -> {
            ListenSocket socket = world.listening()
                    .made(new WskClientListenDispatch(
                            null, (context, local, remote, id) -> WskInspectAction.WskInspectAccept, null));
            assertThat(world.listening().conditional(socket).returned()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void accept_askedBeforeTheHandshake_thenDelivered() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectAccept);
            RecordedCall accept = world.listening().accept(driver.socket);
            client(world);
            world.run();
            assertThat(driver.packetsWhenAsked).containsExactly("0s server > client: SYN");
            assertThat(driver.asked).hasSize(1);
            assertThat(accept.socket().inspectId()).isEqualTo(driver.asked.get(0));
            assertThat(driver.aborted).isEmpty();
        });
    }

    @Test
    void reject_peerIsRefusedAndAskedForEachNewTry() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectReject);
            RecordedCall accept = world.listening().accept(driver.socket);
            ScriptedClient client = client(world);
            world.run();
            assertThat(client.failure()).contains(ConnectFailure.REFUSED);
            assertThat(driver.asked).doesNotHaveDuplicates().isNotEmpty();
            assertThat(driver.aborted).isEmpty();
            assertThat(accept.isCompleted()).isFalse();
        });
    }

    @Test
    void pend_retransmittedSynIsTheSameRequest_completedLater() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            RecordedCall accept = world.listening().accept(driver.socket);
            ScriptedClient client = client(world);
            world.runFor(4000);
            assertThat(world.packets()).hasSizeGreaterThan(1).allMatch(packet -> packet.endsWith("SYN"));
            assertThat(driver.asked).hasSize(1);
            WskInspectId copy = new WskInspectId(
                    driver.asked.get(0).key(), driver.asked.get(0).serialNumber());
            RecordedCall complete = world.listening()
                    .complete(driver.socket, copy, WskInspectAction.WskInspectAccept)
                    .await();
            world.run();
            assertThat(complete.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(client.wasEstablished()).isTrue();
            assertThat(accept.socket().inspectId()).isEqualTo(copy);
            assertThat(world.listening()
                            .complete(driver.socket, copy, WskInspectAction.WskInspectAccept)
                            .returned())
                    .as("a second completion")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void pend_thenReject_isRefused() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend, WskInspectAction.WskInspectReject);
            ScriptedClient client = client(world);
            world.runFor(10);
            world.listening()
                    .complete(driver.socket, driver.asked.get(0), WskInspectAction.WskInspectReject)
                    .await();
            world.run();
            assertThat(client.failure()).contains(ConnectFailure.REFUSED);
            assertThat(driver.aborted).isEmpty();
        });
    }

    @Test
    void complete_unknownOrPend_isInvalid() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            client(world);
            world.runFor(10);
            WskInspectId unknown = new WskInspectId(77, 77);
            assertThat(complete(world, driver, unknown, 1)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(complete(world, driver, driver.asked.get(0), 2)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(complete(world, driver, driver.asked.get(0), 9)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(complete(world, driver, null, 1)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(complete(world, driver, driver.asked.get(0), 1)).isEqualTo(NtStatus.STATUS_PENDING);
            world.run();
        });
    }

    private static NtStatus complete(WskWorld world, Inspector driver, @Nullable WskInspectId id, int action) {
        return world.listening()
                .complete(driver.socket, id, new WskInspectAction(action))
                .returned();
    }

    @Test
    void complete_withoutConditionalAccept_isInvalidState() {
        WskWorld.play(world -> {
            ListenSocket plain = world.listening().at(5001, null);
            ListenSocket unbound = world.listening().made(null);
            for (ListenSocket socket : new ListenSocket[] {plain, unbound}) {
                assertThat(world.listening()
                                .complete(socket, new WskInspectId(1, 1), WskInspectAction.WskInspectAccept)
                                .returned())
                        .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            }
        });
    }

    @Test
    void abort_clientIsGoneWhenTheHandshakeGoesOn() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            ScriptedClient client = client(world);
            world.runFor(10);
            client.connection().orElseThrow().abort();
            world.runFor(10);
            assertThat(driver.aborted).as("no RST was sent in SYN-SENT").isEmpty();
            assertThat(complete(world, driver, driver.asked.get(0), 1)).isEqualTo(NtStatus.STATUS_PENDING);
            world.run();
            assertThat(driver.aborted).containsExactlyElementsOf(driver.asked);
            assertThat(driver.socket.listenRole().backlog()).isZero();
        });
    }

    @Test
    void abort_handshakeTimesOut() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectAccept);
            client(world);
            world.loop.runUntil(() -> !driver.asked.isEmpty());
            world.back.setUp(false);
            world.server.crash();
            world.run();
            assertThat(driver.aborted).containsExactlyElementsOf(driver.asked);
        });
    }

    @Test
    void abort_resetWhilePended_completeSucceedsWithoutAConnection() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            ScriptedClient client = client(world);
            world.runFor(10);
            int iss = client.connection().orElseThrow().iss();
            sendReset(world, client, iss + 5);
            world.runFor(10);
            assertThat(driver.aborted).as("a RST of another sequence number").isEmpty();
            sendReset(world, client, iss + 1);
            world.runFor(10);
            assertThat(driver.aborted).containsExactlyElementsOf(driver.asked);
            RecordedCall complete = world.listening()
                    .complete(driver.socket, driver.asked.get(0), WskInspectAction.WskInspectAccept)
                    .await();
            assertThat(complete.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.client.net().tcp().connections()).isEmpty();
            client.connection().orElseThrow().abort();
        });
    }

    private static void sendReset(WskWorld world, ScriptedClient client, int sequence) {
        var connection = client.connection().orElseThrow();
        world.server.send(new Packet(
                connection.local().address(),
                connection.remote().address(),
                64,
                new TcpSegment(
                        connection.local().port(),
                        connection.remote().port(),
                        sequence,
                        0,
                        TcpFlags.RST,
                        0,
                        TcpOptions.NONE,
                        ByteSlice.EMPTY)));
    }

    @Test
    void close_withPendedInspection_isRefusedWithoutAbortEvent() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            ScriptedClient client = client(world);
            world.runFor(10);
            world.sockets().close(driver.socket).await();
            world.run();
            assertThat(driver.socket.state()).isEqualTo(SocketState.CLOSED);
            assertThat(driver.aborted).isEmpty();
            assertThat(client.failure()).contains(ConnectFailure.REFUSED);
        });
    }

    @Test
    void deadListener_isToldWithNull() {
        WskWorld.play(world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            client(world);
            world.runFor(10);
            world.client.net().interfaces().get(0).removeAddress(IpAddress.of("192.0.2.10"));
            world.runFor(10);
            assertThat(driver.deaths).isEqualTo(1);
            assertThat(driver.aborted).isEmpty();
            assertThat(complete(world, driver, driver.asked.get(0), 1)).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        });
    }

    @Test
    void complete_insideTheCallback_countsWhenThatPends() {
        for (WskInspectAction answer : WskInspectAction.documented()) {
            WskWorld.play(world -> {
                Inspector driver = new Inspector(world, answer);
                world.listening().accept(driver.socket);
                List<NtStatus> early = new ArrayList<>();
                driver.inside = () -> {
                    early.add(complete(world, driver, driver.asked.get(0), 1));
                    early.add(complete(world, driver, driver.asked.get(0), 0));
                };
                ScriptedClient client = client(world);
                world.runFor(10);
                assertThat(early).containsExactly(NtStatus.STATUS_PENDING, NtStatus.STATUS_INVALID_PARAMETER);
                assertThat(client.wasEstablished()).isEqualTo(!answer.equals(WskInspectAction.WskInspectReject));
                assertThat(world.records(EarlyAnswer.class))
                        .singleElement()
                        .satisfies(record ->
                                assertThat(record.counts()).isEqualTo(answer.equals(WskInspectAction.WskInspectPend)));
                assertThat(complete(world, driver, driver.asked.get(0), 1))
                        .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            });
        }
    }

    @Test
    void complete_insideTheCallback_ofARequestThatThePeerHasGivenUp_succeedsOnce() {
        WskWorld.play(WorldSetup.PLAIN.decide("event.irql", "PASSIVE_LEVEL"), world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            ScriptedClient client = client(world);
            List<NtStatus> early = new ArrayList<>();
            driver.inside = () -> {
                sendReset(world, client, client.connection().orElseThrow().iss() + 1);
                world.loop.runUntil(world.loop.nowNanos() + 5_000_000);
                early.add(complete(world, driver, driver.asked.get(0), 1));
            };
            world.runFor(50);
            assertThat(early).containsExactly(NtStatus.STATUS_PENDING);
            assertThat(complete(world, driver, driver.asked.get(0), 1)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            client.connection().orElseThrow().abort();
        });
    }

    @Test
    void complete_insideTheCallback_mayBeRefused_andThePendedOneIsCompletedLater() {
        WskWorld.play(WorldSetup.PLAIN.decide("event.early-inspection", "refused"), world -> {
            Inspector driver = new Inspector(world, WskInspectAction.WskInspectPend);
            RecordedCall accept = world.listening().accept(driver.socket);
            List<NtStatus> early = new ArrayList<>();
            driver.inside = () -> early.add(complete(world, driver, driver.asked.get(0), 1));
            ScriptedClient client = client(world);
            world.runFor(10);
            assertThat(early).containsExactly(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(client.wasEstablished()).isFalse();
            assertThat(complete(world, driver, driver.asked.get(0), 1)).isEqualTo(NtStatus.STATUS_PENDING);
            accept.await();
            assertThat(client.wasEstablished()).isTrue();
        });
    }

    @Test
    void reset_whileTheCallbackRuns_abortFollowsUnlessItRejects() {
        for (WskInspectAction answer : WskInspectAction.documented()) {
            WskWorld.play(WorldSetup.PLAIN.decide("event.irql", "PASSIVE_LEVEL"), world -> {
                Inspector driver = new Inspector(world, answer);
                ScriptedClient client = client(world);
                driver.inside = () -> {
                    sendReset(world, client, client.connection().orElseThrow().iss() + 1);
                    world.loop.runUntil(world.loop.nowNanos() + 5_000_000);
                    assertThat(driver.aborted).as("before it has returned").isEmpty();
                };
                world.runFor(50);
                boolean told = !answer.equals(WskInspectAction.WskInspectReject);
                assertThat(driver.aborted).hasSize(told ? 1 : 0);
                assertThat(complete(world, driver, driver.asked.get(0), 1))
                        .isEqualTo(
                                answer.equals(WskInspectAction.WskInspectPend)
                                        ? NtStatus.STATUS_PENDING
                                        : NtStatus.STATUS_INVALID_PARAMETER);
                assertThat(world.client.net().tcp().connections()).isEmpty();
                client.connection().orElseThrow().abort();
            });
        }
    }
}
