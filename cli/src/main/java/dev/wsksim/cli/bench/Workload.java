package dev.wsksim.cli.bench;

/** Work that can go on and on, and that a benchmark measures piece by piece. */
public interface Workload {

    /** Does so many operations and returns how many it did. */
    long run(long operations);

    /** Returns a digest of all that happened so far; equal work has equal digests. */
    String digest();

    /** No work: what a benchmark holds before it is set up. */
    Workload NONE = new Workload() {
        @Override
        public long run(long operations) {
            throw new IllegalStateException("the benchmark was not set up");
        }

        @Override
        public String digest() {
            return "";
        }
    };
}
