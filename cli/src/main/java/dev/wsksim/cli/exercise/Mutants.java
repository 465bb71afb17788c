package dev.wsksim.cli.exercise;

import com.google.common.collect.ImmutableMap;

/** Drivers that greet a server, one of them as it should be, and others with a mistake each. */
final class Mutants {
    /** The driver that is right. */
    static final JavaDriver RIGHT = new GreetingDriver(GreetingDriver.Mistake.NONE);

    /** The others, by what is wrong with them. */
    static final ImmutableMap<String, JavaDriver> ALL = ImmutableMap.of(
            "a driver that sends less", new GreetingDriver(GreetingDriver.Mistake.SENDS_LESS),
            "a driver that sends something else", new GreetingDriver(GreetingDriver.Mistake.SENDS_OTHERS),
            "a driver that waits for 50 ms", new GreetingDriver(GreetingDriver.Mistake.WAITS_A_WHILE),
            "a driver that keeps the IRP of a refused connect", new GreetingDriver(GreetingDriver.Mistake.KEEPS_IRP),
            "a driver that does not close its socket", new GreetingDriver(GreetingDriver.Mistake.KEEPS_SOCKET));

    private Mutants() {}
}
