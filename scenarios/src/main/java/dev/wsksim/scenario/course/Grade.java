package dev.wsksim.scenario.course;

import com.google.common.collect.ImmutableList;

/**
 * What a driver is worth in a lesson: what was tried with it, in order, and what came of it.
 *
 * @param lesson the name of the lesson
 * @param driver the file of the driver, as messages name it
 * @param items what was tried; after a driver that does not stand on its own nothing else is
 * @param of how many things there are to try
 */
public record Grade(String lesson, String driver, ImmutableList<Item> items, int of) {
    /** What kind of thing was tried. */
    public enum Kind {
        /** Whether the file is still the exercise. */
        EXERCISE("exercise"),
        /** The driver in the world of the lesson, with what it expects itself. */
        OWN("own run"),
        /** The driver in another world. */
        TRIAL("trial"),
        /** Whether what the driver expects notices a change. */
        MUTANT("mutant");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the stable name. */
        public String label() {
            return label;
        }
    }

    /**
     * One thing that was tried.
     *
     * @param kind what kind of thing
     * @param name what was tried
     * @param passed whether it went well
     * @param why what it means that it did not; empty where it did
     * @param evidence what happened, as 'wsksim run' shows it; empty where there is nothing to show
     */
    public record Item(Kind kind, String name, boolean passed, String why, String evidence) {
        static Item passed(Kind kind, String name) {
            return new Item(kind, name, true, "", "");
        }

        static Item failed(Kind kind, String name, String why, String evidence) {
            return new Item(kind, name, false, why, evidence);
        }
    }

    /** Tells whether all went well. */
    public boolean passed() {
        return items.stream().allMatch(Item::passed);
    }

    /** Returns how many of the things that were tried went well. */
    public int points() {
        return (int) items.stream().filter(Item::passed).count();
    }

    /** Returns what did not go well. */
    public ImmutableList<Item> faults() {
        return items.stream().filter(item -> !item.passed()).collect(ImmutableList.toImmutableList());
    }
}
