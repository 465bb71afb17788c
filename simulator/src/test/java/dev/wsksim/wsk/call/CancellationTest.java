package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IoCancelIrp against WskSocketConnect and the three-call form, at every moment. */
class CancellationTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 500, 1500})
    void cancel_whileTheConnectIsUnderWay_cancelledAtOnceAndNoSocketLeft(long afterMillis) {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL)), world -> {
            RecordedCall call = world.connect().call();
            world.runFor(afterMillis);
            assertThat(call.cancel()).isTrue();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(call.information()).isZero();
            assertThat(call.informationObject()).isNull();
            assertThat(call.cancelFlag()).isTrue();
            assertThat(world.client.sockets().open()).isEmpty();
            long sent = world.packets().size();
            world.runFor(30_000);
            assertThat(world.packets()).as("no SYN after the cancel").hasSizeLessThanOrEqualTo((int) sent);
        });
    }

    @Test
    void cancel_beforeTheSynAckArrives_theLateSynAckMeetsRst() {
        WskWorld.play(world -> {
            RecordedCall call = world.connect().call();
            world.runFor(1);
            assertThat(call.cancel()).isTrue();
            world.runFor(10);
            assertThat(world.packets()).last().asString().isEqualTo("2ms client > server: RST");
        });
    }

    @Test
    void cancel_atTheSameInstantBeforeTheSynAck_cancelWins() {
        WskWorld.play(world -> {
            // scheduled before the packet's event: runs first at 2 ms
            RecordedCall prepared = world.prepare();
            world.in(2, () -> assertThat(prepared.cancel()).isTrue());
            world.connect().call(prepared);
            world.run();
            assertThat(prepared.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(prepared.completedAt()).hasToString("2ms");
        });
    }

    @Test
    void cancel_atTheSameInstantAfterTheSynAck_tooLate() {
        WskWorld.play(world -> {
            RecordedCall call = world.connect().call();
            world.loop.runUntil(() -> !world.records(WskCallSettled.class).isEmpty());
            assertThat(call.isCompleted()).as("settled, but not completed yet").isFalse();
            assertThat(call.cancel()).isFalse();
            world.run();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.cancelFlag()).isTrue();
            assertThat(call.completedAt()).hasToString("2ms");
        });
    }

    @Test
    void cancel_afterCompletion_falseAndNothingChanges() {
        WskWorld.play(world -> {
            RecordedCall call = world.connect().call().await();
            assertThat(call.cancel()).isFalse();
            world.runFor(10);
            assertThat(call.completions()).isEqualTo(1);
            assertThat(call.socket().state()).isEqualTo(SocketState.CONNECTED);
        });
    }

    @Test
    void cancel_beforeTheHandover_cancelledAsSoonAsPended() {
        WskWorld.play(world -> {
            RecordedCall prepared = world.prepare();
            assertThat(prepared.cancel()).isFalse();
            world.connect().call(prepared);
            assertThat(prepared.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            world.run();
            assertThat(prepared.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(prepared.completedAt()).hasToString("0s");
        });
        WskWorld.play(WorldSetup.PLAIN.decide("WskSocketConnect.completion", "inline"), world -> {
            RecordedCall prepared = world.prepare();
            prepared.cancel();
            world.connect().call(prepared);
            assertThat(prepared.returned()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(prepared.completedAt()).hasToString("0s");
        });
    }

    @Test
    void cancel_ofACallThatIsKnownAtOnce_tooLate() {
        WskWorld.play(world -> {
            RecordedCall create = world.sockets().create(Ws2def.AF_INET);
            assertThat(create.cancel()).isFalse();
            ConnectionSocket socket = create.await().socket();
            RecordedCall bind = world.sockets().bind(socket, "0.0.0.0:0");
            assertThat(bind.cancel()).isFalse();
            assertThat(bind.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            RecordedCall close = world.sockets().close(socket);
            assertThat(close.cancel()).isFalse();
            assertThat(close.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void cancel_wskConnect_socketIsBoundAsBeforeAndCanConnectAgain() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL)), world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            world.sockets().bind(socket, "0.0.0.0:7000").await();
            RecordedCall connect = world.sockets().connect(socket, "192.0.2.20:445");
            assertThat(socket.local()).hasToString("192.0.2.10:7000");
            world.runFor(5);
            assertThat(connect.cancel()).isTrue();
            assertThat(connect.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(socket.state()).isEqualTo(SocketState.BOUND);
            assertThat(socket.local()).hasToString("0.0.0.0:7000");
            assertThat(socket.remote()).isNull();
            world.peer.setOutcomes(List.of(new ConnectOutcome.Accept(SimDuration.ZERO)));
            assertThat(world.sockets().connect(socket, "192.0.2.20:445").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void cancel_fromTheCompletionRoutineOfAnotherRequest_works() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL)), world -> {
            RecordedCall slow = world.connect().call();
            world.connect().remote("0.0.0.0:1").call().whenCompleted(slow::cancel);
            world.run();
            assertThat(slow.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        });
    }

    @Test
    void cancel_irpPassedDownFromAHigherDriver_goesBackCancelled() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL)), world -> {
            var passedDown = world.io.passDown("upper", 1, "device");
            NtStatus returned = world.connect().callWith(passedDown.irp());
            passedDown.dispatchRoutineReturned(returned);
            world.in(3, passedDown::cancel);
            world.run();
            assertThat(passedDown.isReturned()).isTrue();
            assertThat(passedDown.irp().status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        });
    }
}
