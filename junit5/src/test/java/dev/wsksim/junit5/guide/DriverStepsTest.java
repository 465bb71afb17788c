package dev.wsksim.junit5.guide;

import static dev.wsksim.junit5.assertion.WskAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.junit5.WsksimTest;
import dev.wsksim.junit5.driver.Driver;
import dev.wsksim.junit5.driver.OutputRequest;
import dev.wsksim.junit5.driver.Request;
import dev.wsksim.junit5.driver.SocketOptions;
import dev.wsksim.junit5.driver.TestNetwork;
import dev.wsksim.junit5.driver.VirtualClock;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.WskFault;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.WskClientListenDispatch;

/** Each test has a client that runs Windows, 192.0.2.10, and a server, 192.0.2.20, that is 5 ms away. */
class DriverStepsTest {

    @WsksimTest
    void aConnectIsPending_untilTheAnswerIsBack(Driver driver, TestNetwork network) {
        network.echoing("server", 7);

        Request connect = driver.wskSocketConnect("192.0.2.20:7");
        driver.clock().runUntil("9ms");
        assertThat(connect).isPending().returned(NtStatus.STATUS_PENDING);

        driver.clock().advanceBy("1ms");
        assertThat(connect).completedWith(NtStatus.STATUS_SUCCESS).completedAt("10ms");
        assertThat(driver.packets())
                .hasInOrder("client > server: SYN", "server > client: SYN+ACK", "client > server: ACK");

        driver.wskCloseSocket(connect.socket()).succeeds();
    }

    @WsksimTest
    void aRefusedConnect_endsWithItsStatus(Driver driver, TestNetwork network) {
        network.peer("server", 445, new Behaviour.Discard(), new ConnectOutcome.Refuse(ConnectOutcome.ALL));

        driver.wskSocketConnect("192.0.2.20:445").endsWith(NtStatus.STATUS_CONNECTION_REFUSED);
    }

    @WsksimTest
    void bytesComeBack_afterARoundTrip(Driver driver, TestNetwork network) {
        network.echoing("server", 7);
        ConnectionSocket socket =
                driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();

        OutputRequest<byte[]> receive = driver.wskReceive(socket, 100);
        driver.wskSend(socket, "hello");

        assertThat(receive.succeeds().output()).asString(US_ASCII).isEqualTo("hello");
        assertThat(receive).completedAt("20ms");
        driver.wskCloseSocket(socket).succeeds();
    }

    @WsksimTest
    void aPendingReceive_canBeCancelled(Driver driver, TestNetwork network) {
        network.echoing("server", 7);
        ConnectionSocket socket =
                driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
        Request receive = driver.wskReceive(socket, 100);

        assertThat(socket).hasPendingRequests(1);
        assertThat(receive.cancel()).isTrue();
        assertThat(receive.await()).completedWith(NtStatus.STATUS_CANCELLED);
        driver.wskCloseSocket(socket).succeeds();
    }

    @WsksimTest
    void aCallThatFailsByOrder_triesTheWayOut(Driver driver, TestNetwork network) {
        network.echoing("server", 7);
        driver.host()
                .faults()
                .order(WskFault.next(WskFunction.WskSocketConnect, NtStatus.STATUS_INSUFFICIENT_RESOURCES));

        driver.wskSocketConnect("192.0.2.20:7").endsWith(NtStatus.STATUS_INSUFFICIENT_RESOURCES);

        Request again = driver.wskSocketConnect("192.0.2.20:7").succeeds();
        driver.wskCloseSocket(again.socket()).succeeds();
    }

    @WsksimTest
    void time_canBeSteppedThrough(Driver driver, TestNetwork network) {
        network.echoing("server", 7);
        Request connect = driver.wskSocketConnect("192.0.2.20:7");
        VirtualClock clock = driver.clock();

        assertThat(clock.next()).hasToString("Optional[5ms]");
        assertThat(clock.step().toString()).contains("packet-delivered: client > server: SYN");
        assertThat(clock.next()).hasToString("Optional[10ms]");
        clock.step(); // TCP has its connection
        assertThat(connect).isPending();
        clock.step(); // and WSK completes the IRP
        assertThat(connect).isCompleted();
        driver.wskCloseSocket(connect.socket()).succeeds();
    }

    @WsksimTest
    void twoThreads_takeTurns(Driver driver, TestNetwork network) {
        network.echoing("server", 7);
        KEvent ready = driver.event("ready");
        StringBuilder order = new StringBuilder();

        driver.start("consumer", () -> {
            driver.host().waits().keWaitForSingleObject(ready, KernelWaits.NO_TIMEOUT);
            order.append("consumer at ").append(driver.clock().now());
        });
        driver.start("producer", () -> {
            Request connect = driver.wskSocketConnect("192.0.2.20:7").succeeds();
            driver.wskCloseSocket(connect.socket()).succeeds();
            driver.sleep("2ms");
            order.append("producer at ").append(driver.clock().now()).append(", ");
            ready.keSetEvent();
        });
        driver.threads().runUntilAllEnd();

        assertThat(order).hasToString("producer at 12ms, consumer at 12ms");
    }

    @WsksimTest
    void conditionalAccept_isDecidedByAnotherThread(Driver driver, TestNetwork network) {
        network.connecting("server", "192.0.2.10:445", "1ms", new Behaviour.Discard());
        KEvent asked = driver.event("asked");
        Variable<WskInspectId> whom = new Variable<>();
        WskClientListenDispatch callbacks = new WskClientListenDispatch(
                null,
                (context, local, remote, id) -> {
                    whom.set(requireNonNull(id));
                    asked.keSetEvent();
                    return WskInspectAction.WskInspectPend;
                },
                (context, id) -> NtStatus.STATUS_SUCCESS);
        ListenSocket listen = driver.tcpSocket(
                        SocketFlags.WSK_FLAG_LISTEN_SOCKET, SocketOptions.callbacks("listener", callbacks))
                .succeeds()
                .listenSocket();
        driver.setOption(listen, Ws2def.SO_CONDITIONAL_ACCEPT, 1).succeeds();
        driver.wskBind(listen, "0.0.0.0:445").succeeds();

        driver.start("judge", () -> {
            driver.host().waits().keWaitForSingleObject(asked, KernelWaits.NO_TIMEOUT);
            driver.sleep("20ms"); // asks somebody
            driver.wskInspectComplete(listen, whom.get(), WskInspectAction.WskInspectAccept)
                    .succeeds();
        });
        driver.start("server", () -> {
            ConnectionSocket accepted = driver.wskAccept(listen).succeeds().connectionSocket();
            assertThat(accepted).hasRemoteAddress("192.0.2.20:49152");
            driver.wskCloseSocket(accepted).succeeds();
            driver.wskCloseSocket(listen).succeeds();
        });
        driver.threads().runUntilAllEnd();

        assertThat(driver.callbacks()).areExactly("WskInspectEvent");
    }
}
