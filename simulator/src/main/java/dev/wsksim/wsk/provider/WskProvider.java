package dev.wsksim.wsk.provider;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.kernel.ke.WaitAbandonedException;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.dispatch.WskProviderDispatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The WSK subsystem of one host as drivers register with it: the five registration functions.
 *
 * <p>Two of them may block. Each has two forms: one for plain Java, which runs the simulation until the function may
 * return, and one that takes the rest of the thread as a callback.
 *
 * <p>Source: registering-a-winsock-kernel-application, unregistering-a-winsock-kernel-application, and the page of each
 * function.
 */
public final class WskProvider {

    private final WskEnvironment environment;
    private final RegistrationReport report;
    private final WskProviderDispatch dispatch;
    private final WskProviderCharacteristics characteristics;
    private final Set<WskRegistration> registrations = new LinkedHashSet<>();
    private final List<PendingCapture> pendingCaptures = new ArrayList<>();
    private boolean ready;
    private int clients;
    private int registered;

    /**
     * Makes the subsystem.
     *
     * @param readyAfter how long after the beginning it becomes available to drivers that start early
     */
    public WskProvider(
            WskEnvironment environment,
            WskProviderDispatch dispatch,
            WskProviderCharacteristics characteristics,
            SimDuration readyAfter) {
        this.environment = environment;
        this.report = new RegistrationReport(environment);
        this.dispatch = dispatch;
        this.characteristics = characteristics;
        if (readyAfter.nanos() == 0) {
            ready = true;
        } else {
            environment.loop().schedule(readyAfter.nanos(), this::becomeReady);
        }
    }

    /** Returns the registrations that were not undone, the oldest first. */
    public ImmutableList<WskRegistration> registrations() {
        return ImmutableList.copyOf(registrations);
    }

    /** Tells whether a call of WskCaptureProviderNPI waits for the provider. */
    public boolean isCaptureWaiting(WskRegistration registration) {
        return pendingCaptures.stream().anyMatch(pending -> pending.registration() == registration);
    }

    /**
     * Registers a driver. At PASSIVE_LEVEL. The version is judged at the capture, not here (OQ-50). Source:
     * nf-wsk-wskregister.
     *
     * @return STATUS_SUCCESS
     */
    public NtStatus wskRegister(WskClientNpi clientNpi, WskRegistration registration) {
        report.enter(
                WskFunction.WskRegister, WskFunction.WskRegister.maxIrql(), registration, dispatchArguments(clientNpi));
        if (registrations.contains(registration)) {
            report.misused(
                    WskFunction.WskRegister,
                    RegistrationMisused.Misuse.BLOCK_IN_USE,
                    registration,
                    "the block belongs to a registration that was not undone");
        }
        registration.register(++registered, clientNpi);
        registrations.add(registration);
        report.changed(RegistrationEvent.Change.REGISTERED, registration);
        return report.returned(WskFunction.WskRegister, NtStatus.STATUS_SUCCESS);
    }

    /**
     * Captures the provider's interface, and runs the simulation while it waits for it. PASSIVE_LEVEL with a wait,
     * otherwise at or below DISPATCH_LEVEL.
     *
     * @param waitTimeout milliseconds, WSK_NO_WAIT or WSK_INFINITE_WAIT
     * @param providerNpi receives the interface on success; each success needs one WskReleaseProviderNPI
     * @return STATUS_SUCCESS; STATUS_NOINTERFACE for a version outside the provider's range; STATUS_DEVICE_NOT_READY
     *     when the provider did not become available in time, or WskDeregister was called
     * @throws WaitAbandonedException when nothing can make the provider available any more, or the loop was stopped
     */
    public NtStatus wskCaptureProviderNpi(
            WskRegistration registration, long waitTimeout, Variable<WskProviderNpi> providerNpi) {
        Variable<NtStatus> result = new Variable<>();
        wskCaptureProviderNpi(registration, waitTimeout, providerNpi, result::set);
        block(WskFunction.WskCaptureProviderNPI, () -> result.get() != null);
        NtStatus status = result.get();
        if (status == null) {
            throw new AssertionError("WskCaptureProviderNPI returned without a status");
        }
        return status;
    }

    /**
     * Captures the provider's interface; the callback runs when the function returns: inside this call where it need
     * not wait, else later, in the waiting thread.
     */
    public void wskCaptureProviderNpi(
            WskRegistration registration,
            long waitTimeout,
            Variable<WskProviderNpi> providerNpi,
            CaptureCallback callback) {
        WskFunction function = WskFunction.WskCaptureProviderNPI;
        boolean waits = waitTimeout != Wsk.WSK_NO_WAIT;
        report.enter(
                function,
                waits ? Irql.PASSIVE_LEVEL : function.maxIrql(),
                registration,
                ImmutableMap.of("WaitTimeout", waitText(waitTimeout)));
        report.requireRegistered(function, registration);
        if (registration.state() != WskRegistration.State.REGISTERED || (!ready && !waits)) {
            callback.returned(report.returned(function, NtStatus.STATUS_DEVICE_NOT_READY));
        } else if (ready) {
            callback.returned(report.returned(function, capture(registration, providerNpi)));
        } else {
            waitForReady(registration, waitTimeout, status -> {
                NtStatus outcome = status == NtStatus.STATUS_SUCCESS ? capture(registration, providerNpi) : status;
                callback.returned(report.returned(function, outcome));
            });
        }
    }

    /**
     * Gives one capture back; after the last one, no function of the provider's table may be called. At or below
     * DISPATCH_LEVEL. Source: nf-wsk-wskreleaseprovidernpi.
     */
    public void wskReleaseProviderNpi(WskRegistration registration) {
        WskFunction function = WskFunction.WskReleaseProviderNPI;
        report.enter(function, function.maxIrql(), registration, ImmutableMap.of());
        WskClient client = registration.client();
        if (client == null || !client.isCaptured()) {
            report.misused(
                    function,
                    RegistrationMisused.Misuse.NOTHING_CAPTURED,
                    registration,
                    "there is no capture to release");
        } else {
            client.released();
            report.changed(RegistrationEvent.Change.RELEASED, registration);
        }
        report.returnedVoid(function);
    }

    /**
     * Tells the range of versions. At or below DISPATCH_LEVEL. Source: nf-wsk-wskqueryprovidercharacteristics.
     *
     * @return STATUS_SUCCESS, or STATUS_DEVICE_NOT_READY while the provider is not available
     */
    public NtStatus wskQueryProviderCharacteristics(
            WskRegistration registration, Variable<WskProviderCharacteristics> output) {
        WskFunction function = WskFunction.WskQueryProviderCharacteristics;
        report.enter(function, function.maxIrql(), registration, ImmutableMap.of());
        report.requireRegistered(function, registration);
        if (!ready || registration.state() == WskRegistration.State.BLANK) {
            return report.returned(function, NtStatus.STATUS_DEVICE_NOT_READY);
        }
        output.set(characteristics);
        return report.returned(function, NtStatus.STATUS_SUCCESS);
    }

    /**
     * Undoes a registration, and runs the simulation until that is possible. At PASSIVE_LEVEL. Source:
     * nf-wsk-wskderegister.
     *
     * @throws WaitAbandonedException when nothing can make it possible any more, or the loop was stopped
     */
    public void wskDeregister(WskRegistration registration) {
        wskDeregister(registration, () -> {});
        block(WskFunction.WskDeregister, () -> registration.state() != WskRegistration.State.DEREGISTERING);
    }

    /**
     * Undoes a registration; the callback runs when the function returns: once every capture is released, every call to
     * the provider's table has returned, every socket is closed, and every IRP is completed. It runs in the waiting
     * thread, in an event of its own.
     */
    public void wskDeregister(WskRegistration registration, Runnable whenReturned) {
        WskFunction function = WskFunction.WskDeregister;
        report.enter(function, function.maxIrql(), registration, ImmutableMap.of());
        if (registration.state() != WskRegistration.State.REGISTERED) {
            boolean blank = registration.state() == WskRegistration.State.BLANK;
            report.misused(
                    function,
                    blank ? RegistrationMisused.Misuse.NOT_REGISTERED : RegistrationMisused.Misuse.DEREGISTERED_BEFORE,
                    registration,
                    "the block is " + registration.state() + ", so there is no registration to undo");
            report.returnedVoid(function);
            whenReturned.run();
            return;
        }
        registration.setState(WskRegistration.State.DEREGISTERING);
        report.changed(RegistrationEvent.Change.DEREGISTERING, registration);
        failCapturesOf(registration);
        WskClient client = registration.client();
        if (client != null) {
            client.deregistering();
        }
        EThread thread = environment.processor().currentThread();
        Runnable rest = () -> {
            registration.setState(WskRegistration.State.DEREGISTERED);
            registrations.remove(registration);
            report.changed(RegistrationEvent.Change.DEREGISTERED, registration);
            report.returnedVoid(function);
            whenReturned.run();
        };
        Runnable resumed = () -> environment.processor().runAt(Irql.PASSIVE_LEVEL, thread, rest);
        new Deregistration(environment.loop(), registration.client(), thread.name(), resumed).begin();
    }

    private NtStatus capture(WskRegistration registration, Variable<WskProviderNpi> providerNpi) {
        WskClientNpi npi = registration.clientNpi();
        if (npi == null) {
            throw new AssertionError("a registered block has a client NPI");
        }
        if (!characteristics.supports(npi.dispatch().version())) {
            return NtStatus.STATUS_NOINTERFACE;
        }
        WskClient client = registration.client();
        if (client == null) {
            client = new WskClient(++clients);
            registration.setClient(client);
        }
        client.captured();
        report.changed(RegistrationEvent.Change.CAPTURED, registration);
        providerNpi.set(new WskProviderNpi(client, dispatch));
        return NtStatus.STATUS_SUCCESS;
    }

    private void waitForReady(WskRegistration registration, long waitTimeout, CaptureCallback callback) {
        SimulationLoop loop = environment.loop();
        Processor processor = environment.processor();
        EThread thread = processor.currentThread();
        CaptureCallback resumed =
                status -> processor.runAt(Irql.PASSIVE_LEVEL, thread, () -> callback.returned(status));
        PendingCapture pending = new PendingCapture(this, registration, thread.name(), waitTimeout, resumed);
        pendingCaptures.add(pending);
        loop.addWaiting(pending);
        if (waitTimeout != Wsk.WSK_INFINITE_WAIT) {
            pending.setTimer(loop.schedule(SimDuration.ofMillis(waitTimeout).nanos(), pending));
        }
    }

    private void becomeReady() {
        ready = true;
        for (PendingCapture pending : ImmutableList.copyOf(pendingCaptures)) {
            finish(pending, NtStatus.STATUS_SUCCESS);
        }
    }

    /** Lets the captures that wait return too, each in an event of its own, since they are calls of other threads. */
    private void failCapturesOf(WskRegistration registration) {
        for (PendingCapture pending : ImmutableList.copyOf(pendingCaptures)) {
            if (pending.registration() == registration && stopWaiting(pending)) {
                environment.loop().schedule(0, () -> pending.callback().returned(NtStatus.STATUS_DEVICE_NOT_READY));
            }
        }
    }

    void captureTimedOut(PendingCapture pending) {
        finish(pending, NtStatus.STATUS_DEVICE_NOT_READY);
    }

    private void finish(PendingCapture pending, NtStatus status) {
        if (stopWaiting(pending)) {
            pending.callback().returned(status);
        }
    }

    /** Ends a wait; tells whether it was still on, since what another capture's return led to may have ended it. */
    private boolean stopWaiting(PendingCapture pending) {
        if (!pendingCaptures.remove(pending)) {
            return false;
        }
        pending.cancelTimer(environment.loop());
        environment.loop().removeWaiting(pending);
        return true;
    }

    /** Lets the rest of the world go on, with the caller's thread off the processor, until the function may return. */
    private void block(WskFunction function, BooleanSupplier mayReturn) {
        SimulationLoop loop = environment.loop();
        environment.processor().standStill(loop, mayReturn);
        if (!mayReturn.getAsBoolean()) {
            throw new WaitAbandonedException(function + " cannot return: " + loop.describeWaiting());
        }
    }

    private static ImmutableMap<String, String> dispatchArguments(WskClientNpi clientNpi) {
        int version = clientNpi.dispatch().version();
        return ImmutableMap.of(
                "Version",
                Wsk.wskMajorVersion(version) + "." + Wsk.wskMinorVersion(version),
                "Reserved",
                Integer.toString(clientNpi.dispatch().reserved()));
    }

    private static String waitText(long waitTimeout) {
        if (waitTimeout == Wsk.WSK_NO_WAIT) {
            return "WSK_NO_WAIT";
        }
        return waitTimeout == Wsk.WSK_INFINITE_WAIT ? "WSK_INFINITE_WAIT" : waitTimeout + " ms";
    }
}
