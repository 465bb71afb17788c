package dev.wsksim.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Plays many scenarios, several at once, and hands over what came of them in the order of the jobs.
 *
 * <p>Only a window of jobs is under way at any time, since results that wait for their turn hold their traces.
 */
final class Batch {
    private static final int WINDOW_PER_THREAD = 4;

    private final Player player;
    private final int threads;
    private final BooleanSupplier stopped;

    /** Makes a batch that begins no further job once {@code stopped} is true. */
    Batch(Player player, int threads, BooleanSupplier stopped) {
        this.player = player;
        this.threads = threads;
        this.stopped = stopped;
    }

    /**
     * Plays jobs until all are done, the batch is stopped, or the consumer wants no more; every outcome up to then goes
     * to the consumer, on the calling thread. What is under way when the consumer wants no more is dropped, so that it
     * is given the same outcomes whatever the number of threads.
     *
     * @param consumer takes an outcome, and tells whether it wants more
     */
    void play(List<Job> jobs, Predicate<Outcome> consumer) {
        if (threads == 1 || jobs.size() <= 1) {
            boolean more = true;
            for (Iterator<Job> rest = jobs.iterator(); more && rest.hasNext() && !stopped.getAsBoolean(); ) {
                more = consumer.test(rest.next().play(player));
            }
        } else {
            playInParallel(jobs, consumer);
        }
    }

    private void playInParallel(List<Job> jobs, Predicate<Outcome> consumer) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, jobs.size()), Batch::daemon);
        Deque<Future<Outcome>> window = new ArrayDeque<>();
        Iterator<Job> rest = jobs.iterator();
        boolean more = true;
        while (more && (!window.isEmpty() || (rest.hasNext() && !stopped.getAsBoolean()))) {
            while (rest.hasNext() && window.size() < threads * WINDOW_PER_THREAD && !stopped.getAsBoolean()) {
                Job job = rest.next();
                window.add(pool.submit(() -> job.play(player)));
            }
            Future<Outcome> first = window.poll();
            if (first != null) {
                more = consumer.test(await(first));
            }
        }
        window.forEach(dropped -> dropped.cancel(false));
        pool.shutdown();
    }

    private static Outcome await(Future<Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a job catches whatever is thrown, and nobody interrupts this thread", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wsksim-player");
        thread.setDaemon(true);
        return thread;
    }
}
