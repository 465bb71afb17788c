package dev.wsksim.junit5.driver;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProvider;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;

/**
 * The functions that the WSK library exports, for tests: they take no IRP, and the block of a registration as in C, such
 * as that of {@link Driver#registration()} or a new one.
 */
abstract class RegistrationFunctions {

    /** Returns this driver. */
    abstract Driver driver();

    /** Registers a driver with a block that has no registration yet. */
    public final NtStatus wskRegister(WskClientNpi clientNpi, WskRegistration registration) {
        return wsk().wskRegister(clientNpi, registration);
    }

    /**
     * Captures the provider's interface: a thread of the driver waits for it, the test's own code runs the simulation
     * meanwhile.
     *
     * @param waitTimeout milliseconds, WSK_NO_WAIT or WSK_INFINITE_WAIT
     */
    public final NtStatus wskCaptureProviderNpi(
            WskRegistration registration, long waitTimeout, Variable<WskProviderNpi> providerNpi) {
        return wsk().wskCaptureProviderNpi(registration, waitTimeout, providerNpi);
    }

    /** Gives one capture back. */
    public final void wskReleaseProviderNpi(WskRegistration registration) {
        wsk().wskReleaseProviderNpi(registration);
    }

    /** Asks for the range of versions. */
    public final NtStatus wskQueryProviderCharacteristics(
            WskRegistration registration, Variable<WskProviderCharacteristics> characteristics) {
        return wsk().wskQueryProviderCharacteristics(registration, characteristics);
    }

    /**
     * Undoes a registration, which waits until all that it has is given back: a thread of the driver stands still, the
     * test's own code runs the simulation meanwhile.
     */
    public final void wskDeregister(WskRegistration registration) {
        wsk().wskDeregister(registration);
    }

    private WskProvider wsk() {
        return driver().host().wsk();
    }
}
