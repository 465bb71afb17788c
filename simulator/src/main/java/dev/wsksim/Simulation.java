package dev.wsksim;

import dev.wsksim.engine.Decisions;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.Network;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;

/** One simulated world: its time, its network, its trace, and the choices made in it. */
public final class Simulation {

    private final Configuration configuration;
    private final SimulationLoop loop;
    private final Trace trace;
    private final RandomStreams randoms;
    private final Decisions decisions;
    private final Network network;

    Simulation(
            Configuration configuration,
            SimulationLoop loop,
            Trace trace,
            RandomStreams randoms,
            Decisions decisions,
            Network network) {
        this.configuration = configuration;
        this.loop = loop;
        this.trace = trace;
        this.randoms = randoms;
        this.decisions = decisions;
        this.network = network;
    }

    /** Returns the settings. */
    public Configuration configuration() {
        return configuration;
    }

    /** Returns virtual time; running the simulation means running its loop. */
    public SimulationLoop loop() {
        return loop;
    }

    /** Returns the trace; add sinks before anything happens. */
    public Trace trace() {
        return trace;
    }

    /** Returns the random streams. */
    public RandomStreams randoms() {
        return randoms;
    }

    /** Returns the decisions. */
    public Decisions decisions() {
        return decisions;
    }

    /** Returns the network, where hosts without Windows and links are added. */
    public Network network() {
        return network;
    }

    /**
     * Returns the configuration of a host with these addresses that has the TCP of the simulation's profile; add it as
     * a Windows host or to the network.
     */
    public HostConfiguration host(String name, HostAddress... addresses) {
        return HostConfiguration.of(name, addresses)
                .withTcp(configuration.profile().tcp());
    }

    /** Adds a host that runs Windows and whose WSK subsystem speaks version 1.0 and is ready from the beginning. */
    public WindowsHost addWindowsHost(HostConfiguration host) {
        return addWindowsHost(host, WskProviderCharacteristics.VERSION_1_0, SimDuration.ZERO);
    }

    /**
     * Lets a host that is there already run Windows and WSK 1.0, as the other end of what is looked at: its packets are
     * in the trace, its calls and IRPs are not, and its own choices are the typical ones, so that they do not meddle
     * with those of the driver under test.
     */
    public WindowsHost runWindowsUnseen(Host host) {
        return SimulationAssembler.runWindowsUnseen(this, host);
    }

    /** Adds a host that runs Windows, whose WSK subsystem supports these versions and is ready after this time. */
    public WindowsHost addWindowsHost(
            HostConfiguration host, WskProviderCharacteristics characteristics, SimDuration wskReadyAfter) {
        return SimulationAssembler.addWindowsHost(this, host, characteristics, wskReadyAfter);
    }
}
