package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/** Which of the packets that a link has kept go on, and in which order. */
public sealed interface Release {

    /** Tells whether the link keeps no more packets from then on. */
    boolean endsHold();

    /** Returns the numbers, counted from 1, of those that go on, when so many are kept. */
    ImmutableList<Integer> chosen(int kept);

    /** All of them, in the order in which they were kept; and the hold is over. */
    record All() implements Release {

        @Override
        public boolean endsHold() {
            return true;
        }

        @Override
        public ImmutableList<Integer> chosen(int kept) {
            return IntStream.rangeClosed(1, kept).boxed().collect(ImmutableList.toImmutableList());
        }
    }

    /** All of them, the last one first; and the hold is over. */
    record Reversed() implements Release {

        @Override
        public boolean endsHold() {
            return true;
        }

        @Override
        public ImmutableList<Integer> chosen(int kept) {
            return new All().chosen(kept).reverse();
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
        public ImmutableList<Integer> chosen(int kept) {
            return new All().chosen(Math.min(count, kept));
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
        public ImmutableList<Integer> chosen(int kept) {
            return numbers;
        }
    }
}
