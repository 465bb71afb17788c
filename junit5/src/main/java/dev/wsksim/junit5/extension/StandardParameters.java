package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.host.Host;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.provider.WskProvider;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import java.nio.file.Path;

/** The parameters that are the simulator's own types. */
public final class StandardParameters {
    private static final ImmutableList<TestParameter<?>> ALL = ImmutableList.of(
            TestParameter.of(Simulation.class, TestWorld::simulation),
            TestParameter.of(SimulationLoop.class, world -> world.simulation().loop()),
            TestParameter.of(WindowsHost.class, TestWorld::host),
            TestParameter.of(Host.class, TestWorld::server),
            TestParameter.of(WskProvider.class, world -> world.host().wsk()),
            TestParameter.of(WskRegistration.class, world -> world.readyClient().registration()),
            TestParameter.of(WskProviderNpi.class, world -> world.readyClient().npi()),
            TestParameter.of(WskClient.class, world -> world.readyClient().npi().client()),
            TestParameter.of(Verifier.class, TestWorld::verifier),
            TestParameter.of(TraceLog.class, TestWorld::trace),
            TestParameter.of(TraceDigest.class, TestWorld::digest),
            TestParameter.of(Path.class, TestWorld::folder));

    private StandardParameters() {}

    /** Returns them, in the order in which the guide lists them. */
    public static ImmutableList<TestParameter<?>> all() {
        return ALL;
    }
}
