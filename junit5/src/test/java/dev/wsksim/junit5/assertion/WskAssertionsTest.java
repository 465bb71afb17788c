package dev.wsksim.junit5.assertion;

import static dev.wsksim.junit5.assertion.WskAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.junit5.driver.Driver;
import dev.wsksim.junit5.driver.Request;
import dev.wsksim.junit5.driver.TestNetwork;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.socket.SocketState;
import org.junit.jupiter.api.Test;

class WskAssertionsTest {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final Verifier verifier = new Verifier(StandardRules.book());
    private final Driver driver;

    WskAssertionsTest() {
        simulation.trace().addSink(verifier);
        TestNetwork network = new TestNetwork(simulation);
        var client = network.windows("client", "192.0.2.10");
        network.host("server", "192.0.2.20");
        network.link("client", "server", "5ms");
        network.echoing("server", 7);
        driver = Driver.load(simulation, client);
    }

    @Test
    void request_pendingAndCompleted() {
        Request connect = driver.wskSocketConnect("192.0.2.20:7");
        assertThat(connect).isPending().returned(NtStatus.STATUS_PENDING);
        assertThat(connect.irp()).isPending().isIn(IrpState.OWNED_BY_PROVIDER);
        assertThatThrownBy(() -> assertThat(connect).isCompleted()).hasMessageContaining("to be completed");
        assertThatThrownBy(() -> assertThat(connect).completedWith(NtStatus.STATUS_SUCCESS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected WskSocketConnect to be completed with STATUS_SUCCESS")
                .hasMessageContaining("WskSocketConnect (IRP 1) returned STATUS_PENDING and is pending")
                .hasMessageContaining("the clock stands at 0s")
                .hasMessageContaining("packet-sent: client > server: SYN");
        assertThatThrownBy(() -> assertThat(connect).returned(NtStatus.STATUS_SUCCESS))
                .hasMessageContaining("to return STATUS_SUCCESS");
        assertThatThrownBy(() -> assertThat(connect.irp()).completedWith(NtStatus.STATUS_SUCCESS))
                .hasMessageContaining("IRP 1 was taken at 0s by WskSocketConnect");

        connect.await();
        assertThat(connect).isCompleted().completedAt("10ms").hasInformation(1);
        assertThat(connect.irp()).completedWith(NtStatus.STATUS_SUCCESS);
        assertThatThrownBy(() -> assertThat(connect).isPending()).hasMessageContaining("completed at 10ms");
        assertThatThrownBy(() -> assertThat(connect).completedAt("11ms"))
                .hasMessageContaining("to be completed at 11ms");
        assertThatThrownBy(() -> assertThat(connect).hasInformation(2)).hasMessageContaining("Information 2");
        assertThatThrownBy(() -> assertThat(connect).completedWith(NtStatus.STATUS_CANCELLED))
                .hasMessageContaining("with STATUS_SUCCESS");
        assertThatThrownBy(() -> assertThat(connect.irp()).isCancelRequested()).hasMessageContaining("Cancel flag");
    }

    @Test
    void irp_freedWithoutUse_isNotCompleted() {
        var io = driver.host().io();
        Irp unused = io.ioAllocateIrp(1, false);
        io.ioFreeIrp(unused);
        assertThatThrownBy(() -> assertThat(unused).completedWith(NtStatus.STATUS_SUCCESS))
                .hasMessageContaining("IRP 1 was freed at 0s by IoFreeIrp");
    }

    @Test
    void socket_stateAddressEventsRequests() {
        var socket = driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
        assertThat(socket)
                .isIn(SocketState.CONNECTED)
                .hasRemoteAddress("192.0.2.20:7")
                .hasPendingRequests(0);
        assertThatThrownBy(() -> assertThat(socket).isClosed())
                .hasMessageContaining("expected socket 1 to be CLOSED")
                .hasMessageContaining("0 pending requests and these events enabled: none");
        assertThatThrownBy(() -> assertThat(socket).hasRemoteAddress("192.0.2.20:8"))
                .hasMessageContaining("192.0.2.20:7");
        assertThatThrownBy(() -> assertThat(socket).hasPendingRequests(1)).hasMessageContaining("1 pending");
        assertThatThrownBy(() -> assertThat(socket).hasEnabled(EventFlag.WSK_EVENT_RECEIVE))
                .hasMessageContaining("WSK_EVENT_RECEIVE enabled");
        driver.wskCloseSocket(socket).succeeds();
        assertThat(socket).isClosed();
    }

    @Test
    void packets_countsAndOrder() {
        driver.wskSocketConnect("192.0.2.20:7").succeeds();
        driver.clock().runUntil("15ms");
        assertThat(driver.packets())
                .hasCount(3)
                .hasCount(2, "SYN")
                .hasNone("FIN")
                .hasInOrder("SYN", "SYN+ACK", "ACK");
        assertThat(driver.packets().from("server")).hasCount(1);
        assertThatThrownBy(() -> assertThat(driver.packets()).hasCount(4))
                .hasMessageContaining("expected 4 packets")
                .hasMessageContaining("there are 3")
                .hasMessageContaining("5ms packet-sent: server > client: SYN+ACK");
        assertThatThrownBy(() -> assertThat(driver.packets()).hasNone("SYN")).hasMessageContaining("there are 2");
        assertThatThrownBy(() -> assertThat(driver.packets()).hasInOrder("SYN+ACK", "FIN"))
                .hasMessageContaining("after the one with 'SYN+ACK' comes none with 'FIN'");
        assertThatThrownBy(() -> assertThat(driver.packets().from("server")).hasInOrder("FIN"))
                .hasMessageContaining("there is none with 'FIN'");
    }

    @Test
    void callbacks_names() {
        assertThat(driver.callbacks()).areNone();
        assertThatThrownBy(() -> assertThat(driver.callbacks()).areExactly("WskReceiveEvent"))
                .hasMessageContaining("expected the callbacks [WskReceiveEvent]");
    }

    @Test
    void violations_byRule() {
        assertThat(verifier).hasNoViolations();
        driver.wskSocketConnect("192.0.2.20:7").succeeds();
        verifier.driverUnloaded();

        assertThatThrownBy(() -> assertThat(verifier).hasNoViolations()).hasMessageContaining("WSK-");
        String id = verifier.violations().get(0).rule().id().text();
        assertThat(verifier).hasBroken(id);
        assertThatThrownBy(() -> assertThat(verifier).hasBroken("WSK-NONE")).hasMessageContaining("rule WSK-NONE");
        assertThatThrownBy(() -> assertThat(verifier).hasBrokenOnly("WSK-NONE")).hasMessageContaining("and no other");
    }
}
