package dev.wsksim.junit5.extension;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;

/**
 * A WSK client that has registered, asking for version 1.0, and captured the provider's interface before the test, and undoes both after it.
 *
 * @param registration its registration
 * @param npi what it has captured
 */
record ReadyClient(WskRegistration registration, WskProviderNpi npi) {
    /**
     * Registers and captures.
     *
     * @throws AssertionError when the host's WSK subsystem does not let it capture
     */
    static ReadyClient register(WindowsHost host) {
        WskRegistration registration = new WskRegistration();
        host.wsk()
                .wskRegister(new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0))), registration);
        Variable<WskProviderNpi> npi = new Variable<>();
        NtStatus status = host.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_INFINITE_WAIT, npi);
        WskProviderNpi captured = npi.get();
        if (captured == null) {
            throw new AssertionError("WskCaptureProviderNPI returned " + status + " to the ready client");
        }
        return new ReadyClient(registration, captured);
    }

    /** Undoes what the test has not; a WskDeregister that cannot return leaves the registration behind for the audit. */
    void unregister(WindowsHost host, Simulation simulation) {
        WskClient client = npi.client();
        while (client.isCaptured()) {
            host.wsk().wskReleaseProviderNpi(registration);
        }
        if (registration.state() == WskRegistration.State.REGISTERED) {
            host.wsk().wskDeregister(registration, () -> {});
        }
        simulation.loop().run();
    }
}
