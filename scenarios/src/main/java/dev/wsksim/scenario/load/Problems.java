package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one text, up to a number that nobody would read to the end. */
final class Problems {
    /** How many problems are collected before the rest of the text is left unread. */
    static final int MAX_COLLECTED = 500;

    /** How much of a message or hint is kept: a name in it may be as long as a file. */
    private static final int LONGEST_TEXT = 1000;

    private static final int KEPT_END = 100;

    private final SourceText source;
    private final List<ScenarioProblem> found = new ArrayList<>();

    Problems(SourceText source) {
        this.source = source;
    }

    /** Returns the text that is judged. */
    SourceText source() {
        return source;
    }

    /** Reports a problem of a node. */
    void report(Node node, String message, String hint) {
        report(node.position(), node.width(), message, hint);
    }

    /** Reports a problem at a place where a number of code points is meant. */
    void report(SourcePosition position, int width, String message, String hint) {
        found.add(new ScenarioProblem(
                position, shortened(message), shortened(hint), source.line(position.line()), Math.max(1, width)));
        if (found.size() >= MAX_COLLECTED) {
            throw new TooManyProblemsException();
        }
    }

    /** Reports a problem of the whole file. */
    void reportFile(String message, String hint) {
        found.add(new ScenarioProblem(source.at(0, 0), shortened(message), shortened(hint), "", 1));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(0, LONGEST_TEXT - KEPT_END) + "..." + text.substring(text.length() - KEPT_END);
    }

    /** Returns how many problems there are so far. */
    int count() {
        return found.size();
    }

    /** Returns the problems in the order in which they were found. */
    ImmutableList<ScenarioProblem> all() {
        return ImmutableList.copyOf(found);
    }
}
