package dev.wsksim.junit5.driver;

import com.google.common.collect.ImmutableList;
import dev.wsksim.junit5.extension.TestParameter;
import dev.wsksim.junit5.extension.TestWorld;

/** The parameters of tests that play a driver; a test passes only once its threads have ended. */
public final class DriverParameters {

    private static final ImmutableList<TestParameter<?>> ALL = ImmutableList.of(
            TestParameter.of(Driver.class, DriverParameters::driver),
            TestParameter.of(VirtualClock.class, world -> driver(world).clock()),
            TestParameter.of(DriverThreads.class, world -> driver(world).threads()),
            TestParameter.of(TestNetwork.class, world -> new TestNetwork(world.simulation())));

    private DriverParameters() {}

    /** Returns them, in the order in which the guide lists them. */
    public static ImmutableList<TestParameter<?>> all() {
        return ALL;
    }

    private static Driver driver(TestWorld world) {
        return world.only(Driver.class, DriverParameters::make);
    }

    private static Driver make(TestWorld world) {
        Driver driver = new Driver(world.simulation(), world.host(), world.trace(), world.registration(), world.npi());
        world.whenPassed(driver::awaitThreads);
        world.whenOver(driver::close);
        return driver;
    }
}
