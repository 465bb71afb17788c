package dev.wsksim.engine;

import com.google.common.collect.ImmutableList;

/**
 * A named place where the documentation leaves a choice to the WSK subsystem, with its possible answers.
 *
 * @param name the stable name, for example {@code irp.completion-irql}; logs and scenarios use it
 * @param options the answers by name, in a fixed order; empty where the number of answers is only known when asked, as
 *     with an order among n
 * @param typical the index of the answer that Windows typically gives
 * @param source the page that leaves the choice open, or the observation that makes the typical answer typical
 */
public record DecisionPoint(String name, ImmutableList<String> options, int typical, String source) {

    public DecisionPoint {
        if (typical < 0 || (!options.isEmpty() && typical >= options.size())) {
            throw new IllegalArgumentException("decision point " + name + " has no answer number " + typical);
        }
    }

    /** Makes a point whose first option is the typical one. */
    public static DecisionPoint of(String name, String source, String... options) {
        return new DecisionPoint(name, ImmutableList.copyOf(options), 0, source);
    }

    /** Makes a point that picks one of a number of candidates only known when asked; typically the first. */
    public static DecisionPoint pick(String name, String source) {
        return new DecisionPoint(name, ImmutableList.of(), 0, source);
    }

    /** Returns the name of an answer: the option's own name, or its number where options have no names. */
    public String optionName(int answer) {
        return options.isEmpty() ? Integer.toString(answer) : options.get(answer);
    }

    /** Returns the index of the answer with this name, or -1 where there is none. */
    public int indexOf(String optionName) {
        return options.indexOf(optionName);
    }
}
