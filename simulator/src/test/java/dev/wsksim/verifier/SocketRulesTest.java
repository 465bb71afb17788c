package dev.wsksim.verifier;

import static dev.wsksim.verifier.VerifiedRun.REMOTE;
import static dev.wsksim.verifier.VerifiedRun.TABLE;
import static dev.wsksim.verifier.VerifiedRun.blueScreen;
import static dev.wsksim.verifier.VerifiedRun.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.ScriptedPolicy;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SocketRulesTest {

    private VerifiedRun run = new VerifiedRun();

    @Test
    void socket001_callWhileClosing_isFound() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        table(socket).wskConnect(socket, REMOTE, 0, run.irp());
        table(socket).wskCloseSocket(socket, run.irp());
        table(socket).wskGetLocalAddress(socket, new Variable<>(), run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SOCKET-001");
    }

    @Test
    void socket001_callAfterTheClose_isFound() {
        ConnectionSocket socket = run.socket();
        run.close(socket);
        blueScreen(() -> run.close(socket));
        assertThat(run.broken()).containsExactly("WSK-SOCKET-001");
    }

    @Test
    void socket001_otherSocketAfterTheClose_isSilent() {
        ConnectionSocket first = run.socket();
        ConnectionSocket second = run.socket();
        run.close(first);
        run.bind(second);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void socket002_closeDuringACallOfAnotherThread_isFound() {
        assertThat(closeDuringConnect(true)).containsExactly("WSK-SOCKET-002");
    }

    @Test
    void socket002_closeDuringACallOfTheSameThread_isSilent() {
        assertThat(closeDuringConnect(false)).isEmpty();
    }

    /** Closes a socket 1 ms after the beginning of a WskConnect that returns only when it is over. */
    private List<String> closeDuringConnect(boolean otherThread) {
        List<ScriptedPolicy.Answer> script =
                List.of(new ScriptedPolicy.Answer("WskConnect.completion", "inline", ScriptedPolicy.EVERY_TIME));
        run = new VerifiedRun(new ScriptedPolicy(script, DecisionPolicy.TYPICAL), true);
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        EThread thread = otherThread
                ? run.host.processes().createThread(run.host.processes().systemProcess(), "worker")
                : run.host.processor().currentThread();
        var closeIrp = run.irp();
        run.simulation
                .loop()
                .schedule(
                        SimDuration.ofMillis(1).nanos(),
                        () -> run.host
                                .processor()
                                .runAt(
                                        Irql.PASSIVE_LEVEL,
                                        thread,
                                        () -> table(socket).wskCloseSocket(socket, closeIrp)));
        table(socket).wskConnect(socket, REMOTE, 0, run.irp());
        run.settle();
        return run.broken();
    }

    @Test
    void socket002_closeWithAPendingIrp_isSilent() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        Irp connect = run.irp();
        Irp close = run.irp();
        table(socket).wskConnect(socket, REMOTE, 0, connect);
        table(socket).wskCloseSocket(socket, close);
        run.free(connect);
        run.free(close);
        assertThat(run.unload()).isEmpty();
    }

    @Test
    void socket003_connectBeforeBind_isFound() {
        ConnectionSocket socket = run.socket();
        table(socket).wskConnect(socket, REMOTE, 0, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SOCKET-003");
    }

    @Test
    void socket003_connectAfterBind_isSilent() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        table(socket).wskConnect(socket, REMOTE, 0, run.irp());
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void socket008_secondBind_isFound() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        run.bind(socket);
        assertThat(run.broken()).containsExactly("WSK-SOCKET-008");
    }

    @Test
    void socket008_connectOfAConnectedSocket_isFound() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        table(socket).wskConnect(socket, REMOTE, 0, run.irp());
        run.settle();
        table(socket).wskConnect(socket, REMOTE, 0, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SOCKET-008");
    }

    @Test
    void socket004_addressAskedForTooEarly_isFound() {
        ConnectionSocket socket = run.socket();
        table(socket).wskGetLocalAddress(socket, new Variable<>(), run.irp());
        run.bind(socket);
        table(socket).wskGetRemoteAddress(socket, new Variable<>(), run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SOCKET-004", "WSK-SOCKET-004");
    }

    @Test
    void socket004_localAddressOfABoundSocket_isSilent() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        table(socket).wskGetLocalAddress(socket, new Variable<>(), run.irp());
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void socket005_optionAfterBind_isFound() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        run.setReuseAddr(socket, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SOCKET-005");
    }

    @Test
    void socket005_optionBeforeBind_isSilent() {
        ConnectionSocket socket = run.socket();
        run.setReuseAddr(socket, run.irp());
        run.bind(socket);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void socket006_contextWithoutTableAndTheReverse_areFound() {
        run.socket("context", null);
        run.socket(null, TABLE);
        assertThat(run.broken()).containsExactly("WSK-SOCKET-006", "WSK-SOCKET-006");
    }

    @Test
    void socket006_contextOrTableOfABasicSocket_areFoundOnce() {
        run.basicSocket("context", TABLE);
        run.basicSocket("context", null);
        run.basicSocket(null, TABLE);
        run.basicSocket(null, null);
        assertThat(run.broken()).containsExactly("WSK-SOCKET-006", "WSK-SOCKET-006", "WSK-SOCKET-006");
    }

    @Test
    void socket006_contextAndTable_areSilent() {
        run.socket("context", TABLE);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void socket007_socketLeftOpen_isFound() {
        run.connected();
        assertThat(run.unload()).containsExactly("WSK-SOCKET-007");
    }

    @Test
    void socket007_failedSocketConnect_leavesNothingOpen() {
        Irp irp = run.irp();
        run.socketConnect(
                VerifiedRun.LOCAL,
                SockAddr.of(Endpoint.parse("198.51.100.1:445").orElseThrow()),
                null,
                irp);
        run.free(irp);
        assertThat(run.unload()).isEmpty();
    }

    @Test
    void socket007_closedSocket_isSilent() {
        run.close(run.connected());
        assertThat(run.unload()).isEmpty();
    }

    @Test
    void socket009_tableOfAnotherCategory_isFound() {
        run.closedSocketWith(new WskClientListenDispatch(null, null, null));
        assertThat(run.broken()).containsExactly("WSK-SOCKET-009");
    }

    @Test
    void socket009_tableOfTheCategory_isSilent() {
        run.closedSocketWith(TABLE);
        assertThat(run.broken()).isEmpty();
    }
}
