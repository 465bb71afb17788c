package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/** Which of the packets that a link has kept go on, and in which order. */
public sealed interface Release {

    /** Tells whether the link keeps no more packets from then on. */
    boolean endsHold();

    /** Returns how many packets have to be kept so that all go on that it asks for. */
    int needs();

    /** Returns the numbers, counted from 1, of those that go on, when so many are kept. */
    ImmutableList<Integer> chosen(int kept);

    /** All of them, in the order in which they were kept; and the hold is over. */
    record All() implements Release {

        @Override
        public boolean endsHold() {
            return true;
        }

        @Override
        public int needs() {
            return 1;
        }

        @Override
        public ImmutableList<Integer> chosen(int kept) {
            return IntStream.rangeClosed(1, kept).boxed().collect(ImmutableList.toImmutableList());
        }

        @Override
        public String toString() {
            return "all";
        }
    }

    /** All of them, the last one first; and the hold is over. */
    record Reversed() implements Release {

        @Override
        public boolean endsHold() {
            return true;
        }

        @Override
        public int needs() {
            return 1;
        }

        @Override
        public ImmutableList<Integer> chosen(int kept) {
            return new All().chosen(kept).reverse();
        }

        @Override
        public String toString() {
            return "reversed";
        }
    }

    /**
     * The first ones; the hold goes on.
     *
     * @param count how many, at least 1
     */
    record First(int count) implements Release {

        public First {
            if (count < 1) {
                throw new IllegalArgumentException("at least one packet is released, not " + count);
            }
        }

        @Override
        public boolean endsHold() {
            return false;
        }

        @Override
        public int needs() {
            return count;
        }

        @Override
        public ImmutableList<Integer> chosen(int kept) {
            return new All().chosen(Math.min(count, kept));
        }

        @Override
        public String toString() {
            return "first " + count;
        }
    }

    /**
     * Those with some numbers, in this order; the hold goes on.
     *
     * @param numbers the numbers among those that are kept now, counted from 1, each once
     */
    record Numbered(ImmutableList<Integer> numbers) implements Release {

        public Numbered {
            if (numbers.isEmpty()
                    || numbers.stream().distinct().count() < numbers.size()
                    || numbers.stream().anyMatch(number -> number < 1)) {
                throw new IllegalArgumentException("not numbers of different packets, counted from 1: " + numbers);
            }
        }

        @Override
        public boolean endsHold() {
            return false;
        }

        @Override
        public int needs() {
            return numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }

        @Override
        public ImmutableList<Integer> chosen(int kept) {
            return numbers;
        }

        @Override
        public String toString() {
            return "order " + numbers;
        }
    }
}
