package dev.wsksim.junit5.driver;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.export.netstat.NetstatText;
import dev.wsksim.export.netstat.NetworkSnapshot;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.IrqlStack;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A driver that a test plays step by step: it makes a call and gets a {@link Request}, lets time go on, and looks.
 *
 * <pre>{@code
 * Request connect = driver.wskSocketConnect("192.0.2.20:445");
 * driver.clock().advanceBy("5ms");
 * assertThat(connect).isPending();
 * }</pre>
 *
 * <p>The statuses, IRQLs and pages of the functions are those of the dispatch tables, which it calls.
 */
public final class Driver extends DataFunctions implements AutoCloseable {

    private final Simulation simulation;
    private final WindowsHost host;
    private final TraceLog trace;
    private final WskRegistration registration;
    private final WskProviderNpi npi;
    private final VirtualClock clock;
    private final Map<EThread, IrqlStack> raised = new LinkedHashMap<>();
    private @Nullable DriverThreads threads;

    /** Makes the driver that has registered and captured already. */
    public Driver(
            Simulation simulation, WindowsHost host, TraceLog trace, WskRegistration registration, WskProviderNpi npi) {
        this.simulation = simulation;
        this.host = host;
        this.trace = trace;
        this.registration = registration;
        this.npi = npi;
        this.clock = new VirtualClock(simulation.loop(), trace);
    }

    /**
     * Loads a driver: registers it for WSK 1.0 and captures the provider's NPI, waiting until WSK is ready. What happens
     * from then on is in its trace.
     */
    public static Driver load(Simulation simulation, WindowsHost host) {
        TraceLog trace = new TraceLog();
        simulation.trace().addSink(trace);
        WskRegistration registration = new WskRegistration();
        WskClientNpi client = new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0)));
        host.wsk().wskRegister(client, registration);
        Variable<WskProviderNpi> captured = new Variable<>();
        NtStatus status = host.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_INFINITE_WAIT, captured);
        WskProviderNpi npi = captured.get();
        if (npi == null) {
            throw new AssertionError("WskCaptureProviderNPI returned " + status);
        }
        return new Driver(simulation, host, trace, registration, npi);
    }

    /** Unloads the driver: WskReleaseProviderNPI and WskDeregister, which waits until all it has is given back. */
    public void unload() {
        wskReleaseProviderNpi(registration);
        wskDeregister(registration);
    }

    /** Returns the simulation. */
    public Simulation simulation() {
        return simulation;
    }

    /** Returns the host on which it is loaded. */
    public WindowsHost host() {
        return host;
    }

    /** Returns what has happened since it was loaded. */
    public TraceLog trace() {
        return trace;
    }

    /** Returns the time. */
    public VirtualClock clock() {
        return clock;
    }

    /** Returns its registration. */
    public WskRegistration registration() {
        return registration;
    }

    @Override
    public WskProviderNpi npi() {
        return npi;
    }

    /** Returns the packets that were sent since it was loaded, by any host. */
    public Packets packets() {
        return Packets.sent(trace);
    }

    /** Returns the callbacks of the driver that were called since it was loaded. */
    public Callbacks callbacks() {
        return Callbacks.called(trace);
    }

    /** Returns the connections and listeners of all hosts as they are now, as {@code wsksim} prints them. */
    public String netstat() {
        return NetstatText.of(NetworkSnapshot.of(simulation.network(), clock.now()));
    }

    /**
     * Raises the IRQL of the current thread. Any IRQL; a level below the current one is bug check 0xC4. Source:
     * nf-wdm-keraiseirql.
     *
     * @return the level before, for {@link #keLowerIrql}
     */
    public Irql keRaiseIrql(Irql newIrql) {
        return raised().keRaiseIrql(newIrql);
    }

    /**
     * Lowers the IRQL of the current thread again. Any IRQL; a level above the current one is bug check 0xC4, one that
     * the last {@link #keRaiseIrql} of the thread did not return bug check 0xC8 (assumption, OQ-128). Source:
     * nf-wdm-kelowerirql.
     */
    public void keLowerIrql(Irql newIrql) {
        raised().keLowerIrql(newIrql);
    }

    private IrqlStack raised() {
        return raised.computeIfAbsent(host.processor().currentThread(), unused -> new IrqlStack(host.processor()));
    }

    /**
     * Makes an event of the driver's own, which is used with the methods of {@link KEvent}. Any IRQL. Source:
     * nf-wdm-keinitializeevent.
     */
    public KEvent keInitializeEvent(String name, EventType type, boolean state) {
        return new KEvent(host.waits(), name, type, state);
    }

    /**
     * Waits for an event as long as it takes. IRQL &lt;= APC_LEVEL, else bug check 0xA. Source:
     * nf-wdm-kewaitforsingleobject.
     *
     * @return STATUS_SUCCESS
     */
    public NtStatus keWaitForSingleObject(KEvent event) {
        return host.waits().keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT);
    }

    /**
     * Waits for an event, at most for a time such as {@code 10ms}. IRQL &lt;= APC_LEVEL, with {@code 0ms} &lt;=
     * DISPATCH_LEVEL, else bug check 0xA. Source: nf-wdm-kewaitforsingleobject.
     *
     * @return STATUS_SUCCESS or STATUS_TIMEOUT
     */
    public NtStatus keWaitForSingleObject(KEvent event, String timeout) {
        return host.waits()
                .keWaitForSingleObject(event, TimeText.duration(timeout).nanos());
    }

    /** Makes a synchronization event that is not signalled. */
    public KEvent event(String name) {
        return new KEvent(host.waits(), name, EventType.SynchronizationEvent, false);
    }

    /** Delays the current thread, such as by {@code 5ms}, with KeDelayExecutionThread. */
    public void sleep(String duration) {
        SimDuration interval = TimeText.duration(duration);
        host.waits().keDelayExecutionThread(interval.nanos());
    }

    /** Has a system thread of the driver begin after what runs now; {@link #threads()} tells more. */
    public DriverThread start(String name, ThreadBody body) {
        return threads().start(name, body);
    }

    /** Returns the threads of the driver. */
    public DriverThreads threads() {
        DriverThreads existing = threads;
        if (existing == null) {
            existing = new DriverThreads(simulation, host);
            threads = existing;
        }
        return existing;
    }

    /** Runs the simulation until the threads that were started have ended; nothing where none was. */
    void awaitThreads() {
        DriverThreads existing = threads;
        if (existing != null && !existing.alive().isEmpty()) {
            existing.runUntilAllEnd();
        }
    }

    /** Ends the threads that have not ended; what the driver has stays as it is. */
    @Override
    public void close() {
        DriverThreads existing = threads;
        if (existing != null) {
            existing.close();
        }
    }

    @Override
    Driver driver() {
        return this;
    }
}
