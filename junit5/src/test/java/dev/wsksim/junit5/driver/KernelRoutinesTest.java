package dev.wsksim.junit5.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.junit5.WsksimTest;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import org.junit.jupiter.api.Test;

/** The IRQL of a driver's threads and its own events, in Java. */
class KernelRoutinesTest {

    @WsksimTest
    void aWait_endsWithTheEventOrWithTheTime(Driver driver) {
        KEvent ready = driver.keInitializeEvent("ready", EventType.NotificationEvent, false);
        driver.start("setter", () -> {
            driver.sleep("5ms");
            ready.keSetEvent();
        });

        assertThat(driver.keWaitForSingleObject(ready, "2ms")).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(driver.clock().now()).hasToString("2ms");
        assertThat(driver.keWaitForSingleObject(ready)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(driver.clock().now()).hasToString("5ms");
        assertThat(driver.keWaitForSingleObject(ready, "0ms")).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @WsksimTest
    void aWait_atDispatchLevel_stopsWindowsUnlessItOnlyLooks(Driver driver) {
        KEvent ready = driver.keInitializeEvent("ready", EventType.NotificationEvent, true);
        Irql before = driver.keRaiseIrql(Irql.DISPATCH_LEVEL);

        assertThat(driver.keWaitForSingleObject(ready, "0ms")).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertStops(BugCheck.IRQL_NOT_LESS_OR_EQUAL, () -> driver.keWaitForSingleObject(ready));
        driver.keLowerIrql(before);
    }

    @WsksimTest
    void irqlsOfThreads_areRaisedAndLoweredOneByOne(Driver driver) {
        assertThat(driver.keRaiseIrql(Irql.APC_LEVEL)).isEqualTo(Irql.PASSIVE_LEVEL);
        assertThat(driver.keRaiseIrql(Irql.DISPATCH_LEVEL)).isEqualTo(Irql.APC_LEVEL);
        assertStops(BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION, () -> driver.keRaiseIrql(Irql.APC_LEVEL));
        driver.keLowerIrql(Irql.APC_LEVEL);
        driver.keLowerIrql(Irql.PASSIVE_LEVEL);
        assertThat(driver.host().processor().currentIrql()).isEqualTo(Irql.PASSIVE_LEVEL);
    }

    @WsksimTest
    void keLowerIrql_withSomethingElseThanWasReturned_stopsWindows(Driver driver) {
        driver.keRaiseIrql(Irql.DISPATCH_LEVEL);

        assertStops(BugCheck.IRQL_UNEXPECTED_VALUE, () -> driver.keLowerIrql(Irql.APC_LEVEL));
        assertStops(BugCheck.IRQL_UNEXPECTED_VALUE, () -> driver.keLowerIrql(Irql.PASSIVE_LEVEL));
        assertStops(BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION, () -> driver.keLowerIrql(Irql.APC_LEVEL));
    }

    @Test
    void callback_thatDoesNotRestoreTheIrql_stopsWindows() {
        Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
        TestNetwork network = new TestNetwork(simulation);
        Driver driver = Driver.load(simulation, network.windows("client", "192.0.2.10"));
        network.host("server", "192.0.2.20");
        network.link("client", "server", "5ms");
        network.connecting("server", "192.0.2.10:445", "1ms", new Behaviour.Discard());
        WskClientListenDispatch callbacks = new WskClientListenDispatch(
                null,
                (context, local, remote, id) -> {
                    driver.keRaiseIrql(Irql.HIGH_LEVEL);
                    return WskInspectAction.WskInspectAccept;
                },
                (context, id) -> NtStatus.STATUS_SUCCESS);
        ListenSocket listen = driver.tcpSocket(
                        SocketFlags.WSK_FLAG_LISTEN_SOCKET, SocketOptions.callbacks("listener", callbacks))
                .succeeds()
                .listenSocket();
        driver.setOption(listen, Ws2def.SO_CONDITIONAL_ACCEPT, 1).succeeds();
        driver.wskBind(listen, "0.0.0.0:445").succeeds();

        assertStops(BugCheck.IRQL_UNEXPECTED_VALUE, () -> driver.clock().advanceBy("100ms"));
    }

    private static void assertStops(BugCheck code, Runnable body) {
        assertThatThrownBy(body::run)
                .isInstanceOfSatisfying(
                        SimulatedBugCheck.class, stop -> assertThat(stop.code()).isEqualTo(code));
    }
}
