package dev.wsksim;

/**
 * The entrance to wsksim for Java programs.
 *
 * <pre>{@code
 * Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
 * WindowsHost client = simulation.addWindowsHost(simulation.host("client", HostAddress.of(...)));
 * }</pre>
 */
public final class Wsksim {

    private Wsksim() {}

    /** Makes a simulation at time zero, without hosts. Simulations in one JVM do not know of each other. */
    public static Simulation simulation(Configuration configuration) {
        return SimulationAssembler.assemble(configuration);
    }
}
