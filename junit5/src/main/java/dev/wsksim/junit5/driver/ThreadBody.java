package dev.wsksim.junit5.driver;

/** What a thread of a driver does, in the order in which it does it. */
@FunctionalInterface
public interface ThreadBody {

    /**
     * Runs from beginning to end, at PASSIVE_LEVEL to begin with. It may call everything that blocks:
     * {@code keWaitForSingleObject}, {@code keDelayExecutionThread}, {@link Request#await()}, {@code wskDeregister}.
     *
     * @throws Exception any; it reaches the test where the simulation was run, and fails it
     */
    void run() throws Exception;
}
