package dev.wsksim.junit5.driver;

/** What runs on a stack of its own. */
@FunctionalInterface
interface CoroutineBody {

    /** Runs it; what it throws arrives where it was resumed. */
    void run() throws Exception;
}
