package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with a text and those that it includes, up to a number that nobody would read to the end. */
final class Problems {
    /** How many problems are collected before the rest of the text is left unread. */
    static final int MAX_COLLECTED = 500;

    /** How much of a message or hint is kept: a name in it may be as long as a file. */
    private static final int LONGEST_TEXT = 1000;

    private static final int KEPT_END = 100;

    private final SourceText source;
    /** The text and all that it includes, by their names. */
    private final Map<String, SourceText> sources;

    private final List<ScenarioProblem> found = new ArrayList<>();
    private final Set<SourcePosition> settled = new LinkedHashSet<>();
    private int followed;

    Problems(SourceText source) {
        this(source, new LinkedHashMap<>());
        sources.put(source.file(), source);
    }

    private Problems(SourceText source, Map<String, SourceText> sources) {
        this.source = source;
        this.sources = sources;
    }

    /** Returns an empty collection for the same texts. */
    Problems ofSameTexts() {
        return new Problems(source, sources);
    }

    /** Takes over the problems of a text that is included, and finds its lines from here on. */
    void include(Problems part) {
        sources.putAll(part.sources);
        for (ScenarioProblem problem : part.found) {
            add(problem);
        }
    }

    /** Returns the text that is judged. */
    SourceText source() {
        return source;
    }

    /** Reports a problem of a node. */
    void report(Node node, String message, String hint) {
        report(node.position(), node.width(), message, hint);
    }

    /** Reports a problem of a text that nobody can make sense of; what else is wrong with it follows from that. */
    void reportOnce(Node.Scalar text, String message, String hint) {
        report(text, message, hint);
        settled.add(text.position());
    }

    /** Reports a problem at a place where a number of code points is meant. */
    void report(SourcePosition position, int width, String message, String hint) {
        if (settled.contains(position)) {
            followed++;
            return;
        }
        SourceText text = sources.getOrDefault(position.file(), source);
        add(new ScenarioProblem(
                position, shortened(message), shortened(hint), text.line(position.line()), Math.max(1, width)));
    }

    private void add(ScenarioProblem problem) {
        found.add(problem);
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

    /** Returns how many problems there are so far, with those that only follow from others. */
    int count() {
        return found.size() + followed;
    }

    /** Returns the names of the texts that are included, in the order in which they were read. */
    ImmutableList<String> included() {
        return sources.keySet().stream()
                .filter(file -> !file.equals(source.file()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the problems in the order in which they were found. */
    ImmutableList<ScenarioProblem> all() {
        return ImmutableList.copyOf(found);
    }
}
