package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;

/**
 * An obligation of a WSK client, or a close family of them, with everything that a report or a reader needs to know
 * about it.
 *
 * @param id the stable name
 * @param severity how much the documentation makes of it
 * @param title the rule in a few words, as what a correct driver does
 * @param what what the rule demands
 * @param why what goes wrong otherwise
 * @param fix how to put it right
 * @param pages the file names of the pages that it comes from
 * @param obligations the ids of the obligations that it covers
 * @param newCheck makes the check for one run, given what the checks of that run share
 */
public record Rule(
        RuleId id,
        Severity severity,
        String title,
        String what,
        String why,
        String fix,
        ImmutableList<String> pages,
        ImmutableList<String> obligations,
        Function<RunMemory, RuleCheck> newCheck) {

    /** Begins to define a rule. */
    public static RuleBuilder named(String id, Severity severity, String title) {
        return new RuleBuilder(new RuleId(id), severity, title);
    }

    /** Returns the id and the title. */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
