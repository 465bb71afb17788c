package dev.wsksim;

import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.Decisions;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.ps.ProcessTable;
import dev.wsksim.net.Network;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.trace.DecisionMade;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFaults;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.dispatch.WskProviderDispatch;
import dev.wsksim.wsk.name.NameService;
import dev.wsksim.wsk.provider.WskProvider;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;

/** Wires the objects of a simulation together; the only class that knows all of them. */
final class SimulationAssembler {

    private SimulationAssembler() {}

    static Simulation assemble(Configuration configuration) {
        SimulationLoop loop = new SimulationLoop(configuration.limits());
        Trace trace = new Trace(loop);
        RandomStreams randoms = new RandomStreams(configuration.seed());
        Decisions decisions = new Decisions(configuration.decisions().apply(randoms));
        decisions.addListener((point, count, subject, answer) -> {
            if (trace.isActive()) {
                trace.emit(new DecisionMade(point.name(), point.optionName(answer), count, subject));
            }
        });
        return new Simulation(configuration, loop, trace, randoms, decisions, new Network(loop, trace, randoms));
    }

    static WindowsHost addWindowsHost(
            Simulation simulation,
            HostConfiguration configuration,
            WskProviderCharacteristics characteristics,
            SimDuration wskReadyAfter) {
        Host host = simulation.network().addHost(configuration);
        return runWindows(simulation, simulation.trace(), simulation.decisions(), host, characteristics, wskReadyAfter);
    }

    static WindowsHost runWindowsUnseen(Simulation simulation, Host host) {
        // A trace that nobody listens to, and decisions that nobody scripts.
        return runWindows(
                simulation,
                new Trace(simulation.loop()),
                new Decisions(DecisionPolicy.TYPICAL),
                host,
                WskProviderCharacteristics.VERSION_1_0,
                SimDuration.ZERO);
    }

    private static WindowsHost runWindows(
            Simulation simulation,
            Trace trace,
            Decisions decisions,
            Host host,
            WskProviderCharacteristics characteristics,
            SimDuration wskReadyAfter) {
        SimulationLoop loop = simulation.loop();
        ProcessTable processes = new ProcessTable(trace);
        Processor processor = new Processor(trace, processes.systemThread());
        IoManager io = new IoManager(loop, trace, processor);
        MemoryManager memory = new MemoryManager(trace);
        WskEnvironment environment = new WskEnvironment(
                loop,
                trace,
                decisions,
                processor,
                io,
                host,
                simulation.configuration().profile().release(),
                new WskFaults());
        NameService names = NameService.of(
                loop, trace, host, simulation.configuration().profile().unknownNameStatus());
        WskServices services = WskServices.of(environment, memory, names);
        WskProviderDispatch dispatch = new WskProviderDispatch(services, characteristics.highestVersion());
        WskProvider wsk = new WskProvider(services.environment(), dispatch, characteristics, wskReadyAfter);
        return new WindowsHost(
                host,
                processor,
                processes,
                new KernelWaits(loop, trace, processor),
                io,
                memory,
                wsk,
                services.sockets(),
                names,
                environment.faults());
    }
}
