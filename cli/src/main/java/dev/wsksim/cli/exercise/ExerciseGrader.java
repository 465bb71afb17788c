package dev.wsksim.cli.exercise;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.course.Grade.Item;
import dev.wsksim.scenario.course.Grade.Kind;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Grades what a learner wrote for an exercise: compiles it, and plays it in all networks, or against all mutants. */
public final class ExerciseGrader {
    private static final int MOST_EVENTS = 200_000;
    private static final long MOST_SECONDS = 3_600;

    private final TimeLimit limit;
    private final Stage stage = new Stage(Configuration.DEFAULT.withLimits(
            Limits.DEFAULT.withEvents(MOST_EVENTS).withVirtualTime(SimDuration.ofSeconds(MOST_SECONDS))));

    /** Makes a grader that waits for so long for each thing that it tries. */
    public ExerciseGrader(long millis) {
        this.limit = new TimeLimit(millis);
    }

    /** Returns what was tried and what came of it. After a class that cannot be played nothing else is tried. */
    public ImmutableList<Item> grade(Exercise exercise, String file, String text) {
        ImmutableList.Builder<Item> items = ImmutableList.builder();
        try {
            Class<?> type = SourceCompiler.compile(file, exercise.className(), text);
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            if (exercise.trials().isEmpty()) {
                require(type, DriverTest.class);
                items.add(passed(Kind.EXERCISE, "it compiles"));
                mutants(constructor, items);
            } else {
                require(type, JavaDriver.class);
                items.add(passed(Kind.EXERCISE, "it compiles"));
                for (Exercise.Trial trial : exercise.trials()) {
                    items.add(trial(trial, constructor));
                }
            }
        } catch (ExerciseException e) {
            items.add(failed(Kind.EXERCISE, "it can be played", "", String.valueOf(e.getMessage())));
        } catch (NoSuchMethodException e) {
            items.add(
                    failed(Kind.EXERCISE, "it can be played", "The class needs a constructor without parameters.", ""));
        }
        return items.build();
    }

    private static void require(Class<?> type, Class<?> wanted) throws ExerciseException {
        if (!wanted.isAssignableFrom(type)) {
            throw new ExerciseException("class " + type.getName() + " does not implement " + wanted.getSimpleName());
        }
    }

    private Item trial(Exercise.Trial trial, Constructor<?> constructor) throws ExerciseException {
        Performance seen = limit.within(() -> stage.play((JavaDriver) make(constructor), trial.network()));
        ImmutableList.Builder<String> faults = ImmutableList.builder();
        if (!seen.received().equals(trial.received())) {
            faults.add("the server received '" + seen.received() + "', and '" + trial.received() + "' was asked for");
        }
        ImmutableList<String> all = faults.addAll(seen.faults()).build();
        return all.isEmpty()
                ? passed(Kind.TRIAL, trial.name())
                : failed(Kind.TRIAL, trial.name(), trial.why(), String.join("\n", all));
    }

    private void mutants(Constructor<?> constructor, ImmutableList.Builder<Item> items) throws ExerciseException {
        String said = verdict(constructor, Mutants.RIGHT);
        if (!said.isEmpty()) {
            items.add(failed(Kind.OWN, "a driver that is right passes", "Your test refuses it.", said));
            return;
        }
        items.add(passed(Kind.OWN, "a driver that is right passes"));
        for (Map.Entry<String, JavaDriver> mutant : Mutants.ALL.entrySet()) {
            boolean caught = !verdict(constructor, mutant.getValue()).isEmpty();
            items.add(
                    caught
                            ? passed(Kind.MUTANT, mutant.getKey())
                            : failed(
                                    Kind.MUTANT,
                                    mutant.getKey(),
                                    "Your test passes with this driver: nothing that it looks at notices.",
                                    ""));
        }
    }

    /** Returns what a test says against a driver; empty when it passes. */
    private String verdict(Constructor<?> constructor, JavaDriver driver) throws ExerciseException {
        return limit.within(() -> {
            try {
                ((DriverTest) make(constructor)).test(driver, stage);
                return "";
            } catch (AssertionError e) {
                return "AssertionError: " + e.getMessage();
            }
        });
    }

    private static Object make(Constructor<?> constructor) throws Exception {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new ExerciseException("its constructor ended with " + e.getCause());
        }
    }

    private static Item passed(Kind kind, String name) {
        return new Item(kind, name, true, "", "");
    }

    private static Item failed(Kind kind, String name, String why, String evidence) {
        return new Item(kind, name, false, why, evidence);
    }
}
