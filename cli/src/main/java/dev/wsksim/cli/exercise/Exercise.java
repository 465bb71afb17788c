package dev.wsksim.cli.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.wsksim.cli.exercise.Network.Completions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * An exercise in Java: a class that a learner mends, or writes.
 *
 * @param name its name
 * @param title what it is called
 * @param className the class that the learner writes; its file is called like it
 * @param trials the networks in which a driver is played; none where the class is a test of drivers
 */
public record Exercise(String name, String title, String className, ImmutableList<Trial> trials) {
    private static final String GREETING = "hello";
    private static final String LATE = "Wait for the completion of the IRP, not for a time, and not for nothing.";

    /** All exercises, in order. */
    public static final ImmutableList<Exercise> ALL = ImmutableList.of(
            new Exercise("greet", "The first IRP, in Java", "Greeter", greetings()),
            new Exercise("retry", "A server that is not ready yet", "Retrier", retries()),
            new Exercise("catch", "A test that catches bad drivers", "GreeterTest", ImmutableList.of()));

    /**
     * A network in which a driver is played, and what has to come of it.
     *
     * @param name what it is called
     * @param why what it means that it goes wrong
     * @param network the network
     * @param received what the server has to have received in all
     */
    record Trial(String name, String why, Network network, String received) {}

    private static ImmutableList<Trial> greetings() {
        ImmutableList.Builder<Trial> trials = ImmutableList.builder();
        trials.add(new Trial("a server that is near", LATE, Network.NEAR, GREETING));
        trials.add(new Trial("a server that is far away", LATE, Network.NEAR.withLatencyMillis(700), GREETING));
        trials.add(new Trial("a server that is slow to accept", LATE, Network.NEAR.withAcceptMillis(2_000), GREETING));
        trials.add(new Trial(
                "a server that refuses",
                "A connect that failed has no socket, but its IRP has to be freed as any other.",
                Network.NEAR.withRefusals(1_000),
                ""));
        for (Completions completions : Completions.values()) {
            if (completions != Completions.TYPICAL) {
                trials.add(new Trial(
                        "IRPs that are completed " + completions,
                        "WSK may complete an IRP inside the call, or later, at PASSIVE_LEVEL or DISPATCH_LEVEL.",
                        Network.NEAR.withCompletions(completions),
                        GREETING));
            }
        }
        return trials.build();
    }

    private static ImmutableList<Trial> retries() {
        String again = "Five attempts, each after the IRP of the one before has been completed and freed.";
        return ImmutableList.of(
                new Trial("a server that is ready", again, Network.NEAR, GREETING),
                new Trial("a server that refuses once", again, Network.NEAR.withRefusals(1), GREETING),
                new Trial("a server that refuses four times", again, Network.NEAR.withRefusals(4), GREETING),
                new Trial(
                        "a server that refuses five times",
                        "After five attempts the driver gives up, and nothing is left over.",
                        Network.NEAR.withRefusals(5),
                        ""),
                new Trial(
                        "a server that is far away and refuses",
                        again,
                        Network.NEAR.withLatencyMillis(700).withRefusals(3),
                        GREETING),
                new Trial(
                        "IRPs that are completed at DISPATCH_LEVEL",
                        "A completion routine may run at DISPATCH_LEVEL: it must not wait.",
                        Network.NEAR.withCompletions(Completions.DISPATCH).withRefusals(2),
                        GREETING));
    }

    /** Returns an exercise by its name, or its number counted from 1. */
    public static Optional<Exercise> find(String word) {
        return ALL.stream()
                .filter(one -> one.name().equals(word)
                        || Integer.toString(one.number()).equals(word))
                .findFirst();
    }

    /** Returns its number, counted from 1. */
    public int number() {
        return ALL.indexOf(this) + 1;
    }

    /** Returns how many things there are to try: that it compiles, and the networks, or a driver that is right and the mutants. */
    public int of() {
        return trials.isEmpty() ? 2 + Mutants.ALL.size() : 1 + trials.size();
    }

    /** Returns the folder that a learner gets it in, which is also how progress names it. */
    public String folder() {
        return "java-" + name;
    }

    /** Returns the name of the file that the learner writes. */
    public String file() {
        return className + ".java";
    }

    /** Returns what is to be done, as Markdown. */
    public String task() {
        return text("task.md");
    }

    /** Returns the class that the learner begins with. */
    public String start() {
        return text(file());
    }

    /** Returns the reference solution. */
    public String solution() {
        return text("solution/" + file());
    }

    private String text(String file) {
        try {
            return Resources.toString(Resources.getResource("exercises/" + name + "/" + file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
