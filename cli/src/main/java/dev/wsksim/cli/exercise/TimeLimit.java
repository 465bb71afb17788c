package dev.wsksim.cli.exercise;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the waiting for a learner's class that does not end: a loop without a wait takes no virtual time. */
final class TimeLimit {
    private final long millis;

    TimeLimit(long millis) {
        this.millis = millis;
    }

    /**
     * Runs something in a thread that does not keep the program from ending.
     *
     * @throws ExerciseException when it takes longer than this
     */
    <T> T within(Callable<T> work) throws ExerciseException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "wsksim-exercise");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ExerciseException("it did not end within " + millis / 1000
                    + " s: is there a loop that waits for nothing, or that nothing ends?");
        } catch (ExecutionException e) {
            throw new ExerciseException("it ended with " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExerciseException("it was interrupted");
        }
    }
}
