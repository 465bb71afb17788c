package dev.wsksim.junit5.extension;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;

/**
 * Builds the hosts and links of a test's world.
 *
 * <p>Other Windows hosts than the one under test are made with {@link Simulation#runWindowsUnseen}: the rules judge one driver, on
 * one host.
 */
@FunctionalInterface
public interface Topology {
    /**
     * Two hosts, 5 ms apart in each direction: {@code client}, 192.0.2.10 and 2001:db8::10, runs Windows and the driver under test;
     * {@code server}, 192.0.2.20 and 2001:db8::20, answers as a test makes it, with nothing listening to begin with.
     */
    Topology CLIENT_AND_SERVER = ClientAndServer::build;

    /** Builds it in a simulation without hosts, and returns the host on which the driver under test runs. */
    WindowsHost build(Simulation simulation);
}
