package dev.wsksim.cli.exercise;

import dev.wsksim.WindowsHost;
import dev.wsksim.wsk.provider.WskProviderNpi;

/** A driver in Java, as exercises have it: a class with a constructor without parameters. */
@FunctionalInterface
public interface JavaDriver {
    /**
     * Does what the driver does between {@code DriverEntry} and its unloading. It runs in a thread of the driver, at
     * PASSIVE_LEVEL; a wait lets virtual time go on.
     *
     * @param host the host on which it is loaded
     * @param wsk what it has captured with WskCaptureProviderNPI
     */
    void run(WindowsHost host, WskProviderNpi wsk);
}
