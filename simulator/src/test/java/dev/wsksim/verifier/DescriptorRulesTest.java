package dev.wsksim.verifier;

import static dev.wsksim.verifier.VerifiedRun.LOCAL;
import static dev.wsksim.verifier.VerifiedRun.REMOTE;
import static dev.wsksim.verifier.VerifiedRun.uncached;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.junit.jupiter.api.Test;

final class DescriptorRulesTest {

    private final VerifiedRun run = new VerifiedRun();

    private CachedSecurityDescriptor readSecurity(ConnectionSocket socket) {
        Variable<Object> output = new Variable<>();
        SocketControlRequest request = new SocketControlRequest(
                Wsk.WSK_GET_OPTION, Wsk.SO_WSK_SECURITY, Ws2def.SOL_SOCKET, 0, null, Wsk.SIZE_OF_POINTER, output, null);
        Irp irp = run.irp();
        run.setOption(socket, request, irp);
        run.free(irp);
        return (CachedSecurityDescriptor) output.get();
    }

    @Test
    void sd001_uncachedDescriptor_isFound() {
        run.socketConnect(LOCAL, REMOTE, uncached(), run.irp());
        run.setSecurity(run.socket(), uncached(), run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SD-001", "WSK-SD-001");
    }

    @Test
    void sd001_inputOfCaching_isSilent() {
        CachedSecurityDescriptor descriptor = run.cache();
        run.socketConnect(LOCAL, REMOTE, descriptor, run.irp());
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void sd002_releasedDescriptor_isFound() {
        CachedSecurityDescriptor descriptor = run.cache();
        run.releaseDescriptor(descriptor);
        run.socketConnect(LOCAL, REMOTE, descriptor, run.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SD-002");
    }

    @Test
    void sd003_releasedWhileTheConnectIsPending_isFound() {
        CachedSecurityDescriptor descriptor = run.cache();
        run.socketConnect(LOCAL, REMOTE, descriptor, run.irp());
        run.releaseDescriptor(descriptor);
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SD-003");
    }

    @Test
    void sd003_releasedWhileTheOptionIsPending_isFound() {
        CachedSecurityDescriptor descriptor = run.cache();
        run.setSecurity(run.socket(), descriptor, run.irp());
        run.releaseDescriptor(descriptor);
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-SD-003");
    }

    @Test
    void sd003_releasedAfterTheConnect_isSilent() {
        CachedSecurityDescriptor descriptor = run.cache();
        run.socketConnect(LOCAL, REMOTE, descriptor, run.irp());
        run.settle();
        run.releaseDescriptor(descriptor);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void sd003_releasedAfterACallThatTookNoIrp_isSilentThere() {
        CachedSecurityDescriptor descriptor = run.cache();
        run.socketConnect(LOCAL, REMOTE, descriptor, null);
        run.releaseDescriptor(descriptor);
        assertThat(run.broken()).containsExactly("WSK-ARG-007");
    }

    @Test
    void sd003_oneOfTwoReferencesReleased_isSilent() {
        ConnectionSocket socket = run.socket();
        CachedSecurityDescriptor descriptor = run.cache();
        Irp irp = run.irp();
        run.setSecurity(socket, descriptor, irp);
        run.free(irp);
        assertThat(readSecurity(socket)).isSameAs(descriptor);
        run.setSecurity(socket, descriptor, run.irp());
        run.releaseDescriptor(descriptor);
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void sd004_releasedTwice_isFound() {
        CachedSecurityDescriptor descriptor = run.cache();
        run.releaseDescriptor(descriptor);
        run.releaseDescriptor(descriptor);
        assertThat(run.broken()).containsExactly("WSK-SD-004");
    }

    @Test
    void sd004_uncachedDescriptorReleased_isFound() {
        run.releaseDescriptor(uncached());
        assertThat(run.broken()).containsExactly("WSK-SD-004");
    }

    @Test
    void sd005_neverReleased_isFound() {
        run.cache();
        assertThat(run.unload()).containsExactly("WSK-SD-005");
    }

    @Test
    void sd005_referenceFromTheOption_isFound() {
        ConnectionSocket socket = run.socket();
        readSecurity(socket);
        run.close(socket);
        assertThat(run.unload()).containsExactly("WSK-SD-005");
    }

    @Test
    void sd005_everyReferenceReleased_isSilent() {
        ConnectionSocket socket = run.socket();
        run.releaseDescriptor(readSecurity(socket));
        run.close(socket);
        assertThat(run.unload()).isEmpty();
    }
}
