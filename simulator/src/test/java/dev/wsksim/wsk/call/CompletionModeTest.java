package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpMisused;
import dev.wsksim.kernel.io.PassedDownIrp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.kernel.ps.ProcessTable;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When, in which order and at which IRQL requests are completed: every answer that the documentation allows. */
class CompletionModeTest {

    private static final WorldSetup INLINE = WorldSetup.PLAIN.decide("WskSocketConnect.completion", "inline");

    @Test
    void inline_success_completedBeforeTheReturnOfSuccess() {
        WskWorld.play(INLINE, world -> {
            RecordedCall call = world.connect().call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.completedBeforeReturn()).isTrue();
            assertThat(call.pendingReturned()).isFalse();
            assertThat(call.completedAt()).hasToString("2ms");
            assertThat(call.irql()).isEqualTo(Irql.PASSIVE_LEVEL);
        });
    }

    @Test
    void inline_failure_returnedAndInTheIrp() {
        WskWorld.play(INLINE.peer(new ConnectOutcome.Refuse(ConnectOutcome.ALL)), world -> {
            RecordedCall call = world.connect().call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
            assertThat(call.completedBeforeReturn()).isTrue();
        });
        WskWorld.play(INLINE, world -> {
            RecordedCall call = world.connect().local("192.0.2.99:0").call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
            assertThat(call.completedBeforeReturn()).isTrue();
        });
    }

    @Test
    void completedBeforePending_success_pendingReturnedAfterCompletion() {
        WskWorld.play(WorldSetup.PLAIN.decide("WskSocketConnect.completion", "completed-before-pending"), world -> {
            RecordedCall call = world.connect().call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(call.completedBeforeReturn()).isTrue();
            assertThat(call.pendingReturned()).isTrue();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void inline_atDispatchLevel_cannotWaitAndIsPended() {
        WskWorld.play(INLINE, world -> {
            RecordedCall call = world.prepare();
            world.client
                    .processor()
                    .runAt(Irql.DISPATCH_LEVEL, null, () -> world.connect().call(call));
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(call.isCompleted()).isFalse();
            assertThat(call.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void inline_withoutWaiting_pendsWhatIsNotKnownOnly() {
        WskWorld.play(INLINE.decide("irp.inline-wait", "pend-instead"), world -> {
            RecordedCall call = world.connect().call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(call.isCompleted()).isFalse();
            assertThat(call.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.irql()).isEqualTo(Irql.DISPATCH_LEVEL);
            RecordedCall known = world.connect().local("192.0.2.99:0").call();
            assertThat(known.returned()).isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
            assertThat(known.completedBeforeReturn()).isTrue();
        });
    }

    @Test
    void inline_atDispatchLevelAndKnownAtOnce_completedInline() {
        WskWorld.play(INLINE, world -> {
            RecordedCall call = world.prepare();
            world.client
                    .processor()
                    .runAt(
                            Irql.DISPATCH_LEVEL,
                            null,
                            () -> world.connect().remote("0.0.0.0:1").call(call));
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
            assertThat(call.irql()).isEqualTo(Irql.DISPATCH_LEVEL);
        });
    }

    @Test
    void inline_cancelledMeanwhile_returnsCancelled() {
        WskWorld.play(INLINE.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL)), world -> {
            RecordedCall call = world.prepare();
            world.in(5, () -> assertThat(call.cancel()).isTrue());
            world.connect().call(call);
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(call.completedAt()).hasToString("5ms");
        });
    }

    @Test
    void inline_connectWhoseSocketIsClosedMeanwhile_isCancelledFirst() {
        WorldSetup setup = WorldSetup.PLAIN
                .decide("WskConnect.completion", "inline")
                .peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL));
        WskWorld.play(setup, world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            world.sockets().bind(socket, "0.0.0.0:0").await();
            RecordedCall[] close = new RecordedCall[1];
            world.in(5, () -> close[0] = world.sockets().close(socket));
            RecordedCall connect = world.sockets().connect(socket, "192.0.2.20:445");
            assertThat(connect.returned()).isEqualTo(NtStatus.STATUS_CANCELLED);
            close[0].await();
            assertThat(world.completionOrder()).endsWith(connect, close[0]);
        });
    }

    @Test
    void inline_othersGoOnMeanwhileAtPassiveLevelAndNotInTheCallersThread() {
        WskWorld.play(INLINE, world -> {
            ProcessTable processes = world.client.processes();
            EThread caller = processes.createThread(processes.systemProcess(), "caller");
            Irql[] irql = new Irql[1];
            EThread[] thread = new EThread[1];
            world.in(1, () -> {
                irql[0] = world.client.processor().currentIrql();
                thread[0] = world.client.processor().currentThread();
            });
            RecordedCall call = world.prepare();
            world.client
                    .processor()
                    .runAt(Irql.APC_LEVEL, caller, () -> world.connect().call(call));
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(irql[0]).isEqualTo(Irql.PASSIVE_LEVEL);
            assertThat(thread[0]).isSameAs(processes.systemThread());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-return", "after-return"})
    void failureCompletion_bothWays(String when) {
        WskWorld.play(WorldSetup.PLAIN.decide("irp.failure-completion", when), world -> {
            RecordedCall call = world.connect().flags(1).call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(call.isCompleted()).isEqualTo(when.equals("before-return"));
            world.run();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(call.pendingReturned()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSIVE_LEVEL", "DISPATCH_LEVEL"})
    void completionIrql_bothLevels(String level) {
        WskWorld.play(WorldSetup.PLAIN.decide("irp.completion-irql", level), world -> {
            assertThat(world.connect().call().await().irql()).hasToString(level);
            assertThat(world.client.processor().currentIrql()).isEqualTo(Irql.PASSIVE_LEVEL);
        });
    }

    @ParameterizedTest
    @CsvSource({"before-IoCancelIrp-returns, true", "later, false"})
    void cancelledCompletion_bothWays(String when, boolean inside) {
        WskWorld.play(WorldSetup.PLAIN.decide("irp.cancelled-completion", when), world -> {
            RecordedCall call = world.connect().call();
            assertThat(call.cancel()).isTrue();
            assertThat(call.isCompleted()).isEqualTo(inside);
            world.run();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(call.completedAt()).hasToString("0s");
        });
    }

    @Test
    void completionOrder_threeAtOneInstant_isADecision() {
        WorldSetup instant = WorldSetup.PLAIN.there(LinkConfiguration.IDEAL).back(LinkConfiguration.IDEAL);
        WskWorld.play(instant, world -> {
            RecordedCall a = world.connect().remote("0.0.0.0:1").call();
            RecordedCall b = world.connect().remote("0.0.0.0:2").call();
            RecordedCall c = world.connect().remote("0.0.0.0:3").call();
            world.run();
            assertThat(world.completionOrder()).containsExactly(a, b, c);
        });
        WskWorld.play(instant.decide("irp.completion-order", "2", 1).decide("irp.completion-order", "1", 1), world -> {
            RecordedCall a = world.connect().remote("0.0.0.0:1").call();
            RecordedCall b = world.connect().remote("0.0.0.0:2").call();
            RecordedCall c = world.connect().remote("0.0.0.0:3").call();
            world.run();
            assertThat(world.completionOrder()).containsExactly(c, b, a);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pended", "inline", "completed-before-pending"})
    void threeCallForm_everyMode(String mode) {
        WorldSetup setup = WorldSetup.PLAIN
                .decide("WskSocket.completion", mode)
                .decide("WskBind.completion", mode)
                .decide("WskConnect.completion", mode)
                .decide("WskCloseSocket.completion", mode);
        NtStatus expected = mode.equals("inline") ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_PENDING;
        WskWorld.play(setup, world -> {
            RecordedCall create = world.sockets().create(Ws2def.AF_INET);
            assertThat(create.returned()).isEqualTo(expected);
            ConnectionSocket socket = create.await().socket();
            RecordedCall bind = world.sockets().bind(socket, "0.0.0.0:0");
            assertThat(bind.returned()).isEqualTo(expected);
            RecordedCall connect = world.sockets().connect(socket, "192.0.2.20:445");
            assertThat(bind.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(connect.returned()).isEqualTo(expected);
            assertThat(connect.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            RecordedCall close = world.sockets().close(socket);
            assertThat(close.returned()).isEqualTo(expected);
            assertThat(close.completedBeforeReturn()).isEqualTo(!mode.equals("pended"));
            assertThat(close.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pended", "inline", "completed-before-pending"})
    void passedDownIrp_everyMode_goesBackToTheHigherDriver(String mode) {
        WskWorld.play(WorldSetup.PLAIN.decide("WskSocketConnect.completion", mode), world -> {
            PassedDownIrp passedDown = world.io.passDown("upper", 1, "device");
            NtStatus returned = world.connect().callWith(passedDown.irp());
            passedDown.dispatchRoutineReturned(returned);
            world.run();
            assertThat(passedDown.isReturned()).isTrue();
            assertThat(passedDown.irp().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            ConnectionSocket socket = (ConnectionSocket) passedDown.irp().informationObject();
            assertThat(world.records(IrpMisused.class)).isEmpty();
            assertThat(world.sockets().close(socket).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }
}
