package dev.wsksim.wsk.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.testing.ListenCalls;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.flag.AcceptEventFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** WskAcceptEvent: what it is given, what it may answer, and what the accepted socket gets. */
class WskAcceptEventTest {

    private final List<String> told = new ArrayList<>();
    private final List<ConnectionSocket> accepted = new ArrayList<>();

    /** A driver's WskAcceptEvent that notes everything. */
    private final class Noting implements WskAcceptEvent {

        private final WskWorld world;
        private final NtStatus answer;
        private final @Nullable WskClientConnectionDispatch table;
        private Runnable meanwhile = () -> {};

        Noting(WskWorld world, NtStatus answer, @Nullable WskClientConnectionDispatch table) {
            this.world = world;
            this.answer = answer;
            this.table = table;
            told.clear();
            accepted.clear();
        }

        @Override
        public NtStatus acceptEvent(
                @Nullable Object socketContext,
                AcceptEventFlags flags,
                @Nullable SockAddr localAddress,
                @Nullable SockAddr remoteAddress,
                @Nullable ConnectionSocket acceptSocket,
                Variable<Object> acceptSocketContext,
                Variable<WskClientConnectionDispatch> acceptSocketDispatch) {
            told.add(socketContext + " " + flags + " " + localAddress + " " + acceptSocket);
            if (acceptSocket != null) {
                accepted.add(acceptSocket);
                if (answer == NtStatus.STATUS_SUCCESS) {
                    world.listening().keep(acceptSocket);
                }
                acceptSocketContext.set("accepted");
                acceptSocketDispatch.set(table);
            }
            meanwhile.run();
            return answer;
        }

        WskClientListenDispatch dispatch() {
            return new WskClientListenDispatch(this, null, null);
        }
    }

    private static ScriptedClient client(WskWorld world, long afterMillis, Behaviour behaviour) {
        return world.clientOnServer("192.0.2.10:5000", afterMillis, behaviour);
    }

    private static WskClientConnectionDispatch disconnects(List<Object> heard) {
        return new WskClientConnectionDispatch(
                null,
                (context, flags) -> {
                    heard.add(context);
                    return NtStatus.STATUS_SUCCESS;
                },
                null);
    }

    @Test
    void enabled_isCalledWithContextAddressesAndSocket() {
        WskWorld.play(world -> {
            ListenSocket listening =
                    world.listening().at(5000, new Noting(world, NtStatus.STATUS_SUCCESS, null).dispatch());
            client(world, 0, new Behaviour.Discard());
            world.run();
            assertThat(told).as("off by default").isEmpty();

            world.listening().acceptEvent(listening);
            world.run();
            assertThat(told)
                    .containsExactly(ListenCalls.CONTEXT + " WSK_FLAG_AT_DISPATCH_LEVEL 192.0.2.10:5000 socket 2");
            assertThat(accepted.get(0).state()).isEqualTo(SocketState.CONNECTED);
            assertThat(accepted.get(0).callbacks().socketContext()).isEqualTo("accepted");
            assertThat(accepted.get(0).events().enabled()).isZero();
        });
    }

    @Test
    void notAccepted_providerClosesTheSocketItself() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening()
                    .at(5000, new Noting(world, NtStatus.STATUS_REQUEST_NOT_ACCEPTED, null).dispatch());
            world.listening().acceptEvent(listening);
            client(world, 0, new Behaviour.Discard());
            world.run();
            assertThat(accepted.get(0).state()).isEqualTo(SocketState.CLOSED);
            assertThat(world.packets().get(world.packets().size() - 1)).contains("RST");
            assertThat(world.client.sockets().open()).containsExactly(listening);
        });
    }

    @Test
    void undocumentedStatus_countsAsNotAccepted() {
        WskWorld.play(world -> {
            ListenSocket listening =
                    world.listening().at(5000, new Noting(world, NtStatus.STATUS_PENDING, null).dispatch());
            world.listening().acceptEvent(listening);
            client(world, 0, new Behaviour.Discard());
            world.run();
            assertThat(accepted.get(0).state()).isEqualTo(SocketState.CLOSED);
        });
    }

    @Test
    void queuedAccept_comesFirst_unlessARaceIsDecided() {
        for (boolean race : new boolean[] {false, true}) {
            WorldSetup setup = race ? WorldSetup.PLAIN.decide("event.accept-race", "WskAcceptEvent") : WorldSetup.PLAIN;
            WskWorld.play(setup, world -> {
                ListenSocket listening =
                        world.listening().at(5000, new Noting(world, NtStatus.STATUS_SUCCESS, null).dispatch());
                world.listening().acceptEvent(listening);
                RecordedCall accept = world.listening().accept(listening);
                client(world, 0, new Behaviour.Discard());
                world.run();
                assertThat(accept.isCompleted()).isEqualTo(!race);
                assertThat(told).hasSize(race ? 1 : 0);
            });
        }
    }

    @Test
    void disabled_isSilentEvenInARace() {
        WskWorld.play(WorldSetup.PLAIN.decide("event.accept-race", "WskAcceptEvent"), world -> {
            ListenSocket listening =
                    world.listening().at(5000, new Noting(world, NtStatus.STATUS_SUCCESS, null).dispatch());
            world.listening().acceptEvent(listening);
            RecordedCall accept = world.listening().accept(listening);
            world.listening().events(listening, EventFlag.WSK_EVENT_ACCEPT.bit() | EventFlag.WSK_EVENT_DISABLE);
            client(world, 0, new Behaviour.Discard());
            world.run();
            assertThat(accept.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(told).isEmpty();
        });
    }

    @Test
    void connectionEventsOfTheListener_areInheritedThroughTheCallbackOnly() {
        WskWorld.play(world -> {
            List<Object> heard = new ArrayList<>();
            Noting noting = new Noting(world, NtStatus.STATUS_SUCCESS, disconnects(heard));
            ListenSocket listening = world.listening().at(5000, noting.dispatch());
            assertThat(world.listening().events(listening, EventFlag.WSK_EVENT_DISCONNECT.bit()))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            RecordedCall accept = world.listening().accept(listening);
            client(world, 0, new Behaviour.Discard());
            world.run();
            assertThat(accept.socket().isEnabled(EventFlag.WSK_EVENT_DISCONNECT))
                    .isFalse();

            world.listening().acceptEvent(listening);
            ScriptedClient second = client(world, 1, new Behaviour.Discard());
            world.runFor(20);
            assertThat(accepted.get(0).isEnabled(EventFlag.WSK_EVENT_DISCONNECT))
                    .isTrue();
            second.connection().orElseThrow().close();
            world.runFor(20);
            assertThat(heard).containsExactly("accepted");
            assertThat(world.listening()
                            .events(listening, EventFlag.WSK_EVENT_DISCONNECT.bit() | EventFlag.WSK_EVENT_DISABLE))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void insideTheCallback_eventsMayBeEnabledOnceTheOutParametersAreSet() {
        WskWorld.play(world -> {
            List<Object> heard = new ArrayList<>();
            Noting noting = new Noting(world, NtStatus.STATUS_SUCCESS, disconnects(heard));
            List<NtStatus> enabled = new ArrayList<>();
            noting.meanwhile =
                    () -> enabled.add(world.listening().events(accepted.get(0), EventFlag.WSK_EVENT_DISCONNECT.bit()));
            ListenSocket listening = world.listening().at(5000, noting.dispatch());
            world.listening().acceptEvent(listening);
            ScriptedClient client = client(world, 0, new Behaviour.Discard());
            world.runFor(10);
            assertThat(enabled).containsExactly(NtStatus.STATUS_SUCCESS);
            client.connection().orElseThrow().abort();
            world.run();
            assertThat(heard).containsExactly("accepted");
        });
    }

    @Test
    void insideTheCallback_listeningSocketMayBeClosed() {
        WskWorld.play(world -> {
            Noting noting = new Noting(world, NtStatus.STATUS_SUCCESS, null);
            ListenSocket listening = world.listening().at(5000, noting.dispatch());
            List<RecordedCall> close = new ArrayList<>();
            noting.meanwhile = () -> close.add(world.sockets().close(listening));
            world.listening().acceptEvent(listening);
            client(world, 0, new Behaviour.Discard());
            world.run();
            assertThat(close.get(0).returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(close.get(0).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(accepted.get(0).state()).isEqualTo(SocketState.CONNECTED);
        });
    }

    @Test
    void deadListener_isToldWithNull() {
        WskWorld.play(world -> {
            ListenSocket listening =
                    world.listening().made(new Noting(world, NtStatus.STATUS_REQUEST_NOT_ACCEPTED, null).dispatch());
            world.listening().bind(listening, "192.0.2.11:5000").await();
            world.listening().acceptEvent(listening);
            RecordedCall pending = world.listening().accept(listening);
            world.client.net().interfaces().get(0).removeAddress(IpAddress.of("192.0.2.11"));
            assertThat(told).isEmpty();
            world.run();
            assertThat(pending.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            assertThat(told).containsExactly(ListenCalls.CONTEXT + " WSK_FLAG_AT_DISPATCH_LEVEL null null");
            assertThat(world.listening().accept(listening).returned()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            assertThat(world.sockets().close(listening).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void insideTheCallback_anInheritedEventMayBeDisabled() {
        WskWorld.play(world -> {
            List<Object> heard = new ArrayList<>();
            Noting noting = new Noting(world, NtStatus.STATUS_SUCCESS, disconnects(heard));
            List<NtStatus> disabled = new ArrayList<>();
            noting.meanwhile = () -> {
                assertThat(accepted.get(0).isEnabled(EventFlag.WSK_EVENT_DISCONNECT))
                        .as("in force already")
                        .isTrue();
                disabled.add(world.listening()
                        .events(accepted.get(0), EventFlag.WSK_EVENT_DISCONNECT.bit() | EventFlag.WSK_EVENT_DISABLE));
            };
            ListenSocket listening = world.listening().at(5000, noting.dispatch());
            world.listening()
                    .events(listening, EventFlag.WSK_EVENT_DISCONNECT.bit() | EventFlag.WSK_EVENT_ACCEPT.bit());
            ScriptedClient client = client(world, 0, new Behaviour.Discard());
            world.runFor(10);
            client.connection().orElseThrow().abort();
            world.run();
            assertThat(disabled).containsExactly(NtStatus.STATUS_SUCCESS);
            assertThat(heard).isEmpty();
        });
    }

    @Test
    void insideTheCallback_theAcceptedSocketMayBeClosed_whateverItInherits() {
        WskWorld.play(world -> {
            WskClientConnectionDispatch all = new WskClientConnectionDispatch(
                    (context, flags, list, bytes, taken) -> NtStatus.STATUS_SUCCESS,
                    (context, flags) -> NtStatus.STATUS_SUCCESS,
                    (context, ideal) -> NtStatus.STATUS_SUCCESS);
            Noting noting = new Noting(world, NtStatus.STATUS_SUCCESS, all);
            noting.meanwhile = () -> world.sockets().close(accepted.get(0));
            ListenSocket listening = world.listening().at(5000, noting.dispatch());
            world.listening().events(listening, EventFlag.CONNECTION_EVENTS | EventFlag.WSK_EVENT_ACCEPT.bit());
            client(world, 0, new Behaviour.Discard());
            world.run();
            assertThat(accepted.get(0).state()).isEqualTo(SocketState.CLOSED);
        });
    }

    @Test
    void receiveBufferOfTheListener_countsFromTheSynAckOn() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            world.sockets().setOption(listening, Ws2def.SO_RCVBUF, 5000).await();
            ScriptedClient client = client(world, 0, new Behaviour.Chargen());
            world.runFor(100);
            assertThat(client.connection().orElseThrow().sndWnd()).isLessThan(5000);
            assertThat(world.client.net().tcp().connections())
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.readable()).isBetween(1, 5000));
            client.connection().orElseThrow().abort();
        });
    }
}
