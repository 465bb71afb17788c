package dev.wsksim.cli.exercise;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.verifier.Violation;
import java.util.ArrayList;
import java.util.List;

/** Plays drivers, each time in a world of its own. */
public final class Stage {
    private final Configuration configuration;

    /** Makes a stage with limits that end a driver that goes on for ever in virtual time. */
    Stage(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Plays a driver, lets happen what is still to happen, unloads it, and tells what it did. */
    public Performance play(JavaDriver driver, Network network) {
        World world = new World(configuration, network);
        List<String> faults = new ArrayList<>();
        try {
            driver.run(world.client(), world.wsk());
            if (world.simulation().loop().run() == LoopOutcome.STALLED) {
                faults.add("nothing can happen any more, and somebody waits");
            }
            world.unload();
            world.leftOvers().forEach(faults::add);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            faults.add("it ended with " + (e instanceof SimulatedBugCheck ? e.getMessage() : e) + place(e));
        }
        world.verifier().violations().stream().map(Stage::text).forEach(faults::add);
        return new Performance(world.connections(), world.received(), ImmutableList.copyOf(faults));
    }

    private static String text(Violation violation) {
        return violation.rule().id() + ": " + violation.message() + ". "
                + violation.rule().fix();
    }

    /** Returns where the learner's class threw. */
    private static String place(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            String file = element.getFileName();
            if (file != null && !element.getClassName().startsWith("dev.wsksim.") && !isOfJava(element)) {
                return " at " + file + ":" + element.getLineNumber();
            }
        }
        return "";
    }

    private static boolean isOfJava(StackTraceElement element) {
        return element.getModuleName() != null;
    }
}
