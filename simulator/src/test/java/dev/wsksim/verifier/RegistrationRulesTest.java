package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.provider.WskRegistration;
import org.junit.jupiter.api.Test;

final class RegistrationRulesTest {

    private final VerifiedRun run = new VerifiedRun();

    @Test
    void reg001_blockInUse_isFound() {
        run.register(0);
        assertThat(run.broken()).containsExactly("WSK-REG-001");
    }

    @Test
    void reg001_blockUsedAgainAfterDeregister_isSilent() {
        run.release();
        run.deregister();
        run.register(0);
        run.capture();
        assertThat(run.unload()).isEmpty();
    }

    @Test
    void reg002_releasedMoreOftenThanCaptured_isFound() {
        run.release();
        run.release();
        assertThat(run.broken()).containsExactly("WSK-REG-002");
    }

    @Test
    void reg002_twoCapturesTwoReleases_isSilent() {
        run.capture();
        run.release();
        assertThat(run.unload()).isEmpty();
    }

    @Test
    void reg003_deregisteredTwice_isFound() {
        run.release();
        run.deregister();
        run.deregister();
        assertThat(run.broken()).containsExactly("WSK-REG-003");
    }

    @Test
    void reg004_captureLeft_isFound() {
        run.deregister();
        assertThat(run.unloadAsItIs()).containsExactly("WSK-REG-004");
    }

    @Test
    void reg005_registrationLeft_isFound() {
        run.release();
        assertThat(run.unloadAsItIs()).containsExactly("WSK-REG-005");
    }

    @Test
    void reg005_releaseDuringTheDeregistration_isSilent() {
        run.deregister();
        run.release();
        run.settle();
        assertThat(run.registration.state()).isEqualTo(WskRegistration.State.DEREGISTERED);
        assertThat(run.unloadAsItIs()).isEmpty();
    }

    @Test
    void reg006_callAfterTheLastRelease_isFound() {
        run.release();
        run.socketConnect(run.irp());
        assertThat(run.broken()).containsExactly("WSK-REG-006");
    }

    @Test
    void reg006_callAfterAReleaseThatIsNotTheLast_isSilent() {
        run.capture();
        run.release();
        run.socketConnect(run.irp());
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void reg007_blankBlock_isFound() {
        run.host.wsk().wskDeregister(new WskRegistration());
        run.host.wsk().wskCaptureProviderNpi(new WskRegistration(), Wsk.WSK_NO_WAIT, new Variable<>());
        assertThat(run.broken()).containsExactly("WSK-REG-007", "WSK-REG-007");
    }

    @Test
    void reg007_captureAfterDeregister_isSilent() {
        run.release();
        run.deregister();
        run.capture();
        assertThat(run.broken()).isEmpty();
    }
}
