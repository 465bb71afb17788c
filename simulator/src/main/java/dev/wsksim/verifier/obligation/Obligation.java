package dev.wsksim.verifier.obligation;

import com.google.common.collect.ImmutableList;

/**
 * One thing that a WSK client owes, or one misuse that was seen, and where it shows in a run.
 *
 * <p>The ids are V and three digits for the pages of functions, callbacks and structures, G and two for the guides, H and
 * two for comments of the header, R- and two or three for misuses. A number is never given to another obligation.
 *
 * @param id the stable name, such as V034
 * @param strength how it is put
 * @param text what a correct driver does, or what a driver does wrong, as a sentence
 * @param disposition where it shows
 * @param pages the file names of the pages that it comes from; none for a remark of the header and a misuse
 */
public record Obligation(
        String id, Strength strength, String text, Disposition disposition, ImmutableList<String> pages) {

    /** Returns the id and the text. */
    @Override
    public String toString() {
        return id + " " + text;
    }
}
