package dev.wsksim.verifier;

import static dev.wsksim.verifier.VerifiedRun.LOCAL;
import static dev.wsksim.verifier.VerifiedRun.LOCAL6;
import static dev.wsksim.verifier.VerifiedRun.REMOTE;
import static dev.wsksim.verifier.VerifiedRun.blueScreen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.junit.jupiter.api.Test;

final class CallRulesTest {

    private final VerifiedRun run = new VerifiedRun();

    private void at(Irql irql, Runnable body) {
        run.host.processor().runAt(irql, null, body);
    }

    @Test
    void irql001_callAboveDispatchLevel_isFound() {
        Irp irp = run.irp();
        blueScreen(() -> at(Irql.of(5), () -> run.socketConnect(irp)));
        assertThat(run.broken()).containsExactly("WSK-IRQL-001");
    }

    @Test
    void irql001_captureThatMayWaitAtDispatchLevel_isFound() {
        Variable<WskProviderNpi> npi = new Variable<>();
        blueScreen(() -> at(
                Irql.DISPATCH_LEVEL, () -> run.host.wsk().wskCaptureProviderNpi(run.registration, 10, npi, s -> {})));
        assertThat(run.broken()).containsExactly("WSK-IRQL-001");
    }

    @Test
    void irql001_atTheLimits_isSilent() {
        at(Irql.DISPATCH_LEVEL, run::capture);
        at(Irql.DISPATCH_LEVEL, run::release);
        at(Irql.DISPATCH_LEVEL, () -> run.socketConnect(run.irp()));
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irql001_deregisterAtDispatchLevel_isFound() {
        blueScreen(() -> at(Irql.DISPATCH_LEVEL, () -> run.host.wsk().wskDeregister(run.registration, () -> {})));
        assertThat(run.broken()).containsExactly("WSK-IRQL-001");
    }

    @Test
    void arg001_clientNull_isFound() {
        Irp irp = run.irp();
        run.client = null;
        run.socketConnect(irp);
        assertThat(run.broken()).containsExactly("WSK-ARG-001");
    }

    @Test
    void arg001_inventedClient_isFound() {
        Irp irp = run.irp();
        run.client = new WskClient(7);
        run.socketConnect(irp);
        assertThat(run.broken()).containsExactly("WSK-ARG-001");
    }

    @Test
    void arg001_capturedClient_isSilent() {
        run.socketConnect(run.irp());
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void arg002_reservedFlags_areFound() {
        ConnectionSocket socket = run.socket();
        run.dispatch.wskSocketConnect(
                run.client,
                Ws2def.SOCK_STREAM,
                Ws2def.IPPROTO_TCP,
                LOCAL,
                REMOTE,
                Wsk.WSK_FLAG_CONNECTION_SOCKET,
                null,
                null,
                null,
                null,
                null,
                run.irp());
        VerifiedRun.table(socket).wskBind(socket, LOCAL, 1, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-ARG-002", "WSK-ARG-002");
    }

    @Test
    void arg002_flagsOfWskSocket_areSilent() {
        ConnectionSocket socket = run.socket();
        run.bind(socket);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void arg003_addressNull_isFound() {
        run.socketConnect(null, REMOTE, null, run.irp());
        run.socketConnect(LOCAL, null, null, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-ARG-003", "WSK-ARG-003");
    }

    @Test
    void arg003_outputOfWskGetLocalAddress_isNoSuchAddress() {
        ConnectionSocket socket = run.connected();
        VerifiedRun.table(socket).wskGetLocalAddress(socket, new Variable<>(), run.irp());
        VerifiedRun.table(socket).wskGetRemoteAddress(socket, new Variable<>(), run.irp());
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void arg004_familiesDiffer_isFound() {
        ConnectionSocket socket = run.socket();
        run.socketConnect(LOCAL6, REMOTE, null, run.irp());
        VerifiedRun.table(socket).wskBind(socket, LOCAL6, 0, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-ARG-004", "WSK-ARG-004");
    }

    @Test
    void arg004_familiesAgree_isSilent() {
        run.socketConnect(
                LOCAL6, SockAddr.of(Endpoint.parse("[2001:db8::20]:445").orElseThrow()), null, run.irp());
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void arg005_unlistedTransport_isFound() {
        run.socketWith(Ws2def.IPPROTO_UDP, Wsk.WSK_FLAG_CONNECTION_SOCKET, null, null, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-ARG-005");
    }

    @Test
    void arg005_listedTransport_isSilent() {
        run.socketWith(Ws2def.IPPROTO_TCP, Wsk.WSK_FLAG_CONNECTION_SOCKET, null, null, run.irp());
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void arg006_twoCategories_areFound() {
        int flags = Wsk.WSK_FLAG_CONNECTION_SOCKET | Wsk.WSK_FLAG_LISTEN_SOCKET;
        run.socketWith(Ws2def.IPPROTO_TCP, flags, null, null, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-ARG-006");
    }

    @Test
    void arg007_noIrp_isFound() {
        run.socketConnect(null);
        ConnectionSocket socket = run.socket();
        run.setReuseAddr(socket, null);
        assertThat(run.broken()).containsExactly("WSK-ARG-007", "WSK-ARG-007");
    }

    @Test
    void arg007_controlClientWithoutIrp_isSilent() {
        run.releaseDescriptor(run.cache());
        run.setReuseAddr(run.socket(), run.irp());
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void arg008_irpWhereNoneMayBe_isFound() {
        NtStatus status = run.control(Wsk.WSK_CACHE_SD, VerifiedRun.uncached(), new Variable<>(), run.irp());
        assertThat(status).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(run.broken()).containsExactly("WSK-ARG-008");
    }

    @Test
    void arg009_reservedMember_isFound() {
        run.release();
        run.deregister();
        run.register(1);
        assertThat(run.broken()).containsExactly("WSK-ARG-009");
    }

    @Test
    void arg009_reservedMemberZero_isSilent() {
        run.release();
        run.deregister();
        run.register(0);
        assertThat(run.registration.state()).isEqualTo(WskRegistration.State.REGISTERED);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void arg010_sizeReturnedForAnOption_isFound() {
        SocketControlRequest request = new SocketControlRequest(
                Wsk.WSK_GET_OPTION,
                Ws2def.SO_REUSEADDR,
                Ws2def.SOL_SOCKET,
                0,
                null,
                Wsk.SIZE_OF_ULONG,
                new Variable<Long>(),
                new Variable<Long>());
        run.setOption(run.socket(), request, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-ARG-010");
    }

    @Test
    void arg010_sizeReturnedForTheTransportList_isSilent() {
        run.dispatch.wskControlClient(
                run.client, ClientControlCode.WSK_TRANSPORT_LIST_QUERY, 0, null, 0, null, new Variable<>(), null);
        assertThat(run.broken()).isEmpty();
    }
}
