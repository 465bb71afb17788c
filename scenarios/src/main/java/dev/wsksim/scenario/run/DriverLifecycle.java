package dev.wsksim.scenario.run;

import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.model.IrpDisposal;
import dev.wsksim.scenario.model.NpiVersion;
import dev.wsksim.scenario.model.RegistrationMode;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import java.util.Optional;

/** What the driver does around its steps, unless the scenario has steps for it: registers before them, and tidies up after them. */
final class DriverLifecycle {

    private final DriverState driver;
    private final NpiVersion version;
    private final boolean automatic;
    private final SimulationLoop loop;
    private final Trace trace;

    DriverLifecycle(DriverState driver, NpiVersion version, RegistrationMode mode, SimulationLoop loop, Trace trace) {
        this.driver = driver;
        this.version = version;
        this.automatic = mode == RegistrationMode.AUTOMATIC;
        this.loop = loop;
        this.trace = trace;
    }

    /** Tells whether the registration is made and undone here and not by steps. */
    boolean isAutomatic() {
        return automatic;
    }

    /** Registers and captures, where no step does. */
    void begin() {
        if (!automatic) {
            return;
        }
        WindowsHost host = driver.host();
        DriverRegistration own = driver.ownRegistration();
        WskClientDispatch dispatch = WskClientDispatch.version(Wsk.makeWskVersion(version.major(), version.minor()));
        emit(new StepTaken(0, "the driver registers and captures the provider"));
        host.processor().runAt(Irql.PASSIVE_LEVEL, driver.thread(Optional.empty()), () -> {
            host.wsk().wskRegister(new WskClientNpi(null, dispatch), own.block());
            host.wsk().wskCaptureProviderNpi(own.block(), Wsk.WSK_INFINITE_WAIT, own.npi());
        });
    }

    /** Frees the IRPs that no step is meant to free, and undoes the registration where no step does. */
    void end() {
        emit(StepTaken.cleanUp());
        for (PlayedCall call : driver.calls()) {
            Irp irp = call.irp();
            boolean tidy = call.step().irp().free() == IrpDisposal.AUTOMATIC;
            if (irp != null && tidy && (irp.state() == IrpState.COMPLETED || irp.state() == IrpState.READY)) {
                driver.host().io().ioFreeIrp(irp);
            }
        }
        if (automatic) {
            unregister();
            loop.run();
        }
    }

    /**
     * Makes the two calls, where no step has. WskDeregister may block, and by now for ever: the left-overs tell for
     * what, and the driver is stuck in the call rather than breaking an obligation to make it.
     */
    private void unregister() {
        WindowsHost host = driver.host();
        WskRegistration block = driver.ownRegistration().block();
        host.processor().runAt(Irql.PASSIVE_LEVEL, driver.thread(Optional.empty()), () -> {
            if (block.client() != null && block.client().isCaptured()) {
                host.wsk().wskReleaseProviderNpi(block);
            }
            if (block.state() == WskRegistration.State.REGISTERED) {
                host.wsk().wskDeregister(block, () -> {});
            }
        });
    }

    private void emit(StepTaken step) {
        loop.setCause(0);
        trace.emit(step);
    }
}
