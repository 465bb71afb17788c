package dev.wsksim.scenario.load;

import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of one kind of thing: which are defined so far, and which only later in the file. */
final class NameTable {
    private final String kind;
    private final NameScan written;
    private final Problems problems;
    private final Advice advice;
    private final Map<String, SourcePosition> defined = new LinkedHashMap<>();
    private final Map<String, SourcePosition> later = new LinkedHashMap<>();

    /** What else there is to say about a name that nothing has. */
    @FunctionalInterface
    interface Advice {
        /** Returns a hint that stands in place of the known names; empty for those. */
        String about(Reference unknown, boolean nothingDefined);
    }

    NameTable(String kind, NameScan written, Problems problems) {
        this(kind, written, problems, (unknown, nothingDefined) -> "");
    }

    NameTable(String kind, NameScan written, Problems problems, Advice advice) {
        this.kind = kind;
        this.written = written;
        this.problems = problems;
        this.advice = advice;
    }

    /** Notes that a name is defined somewhere in the file. */
    void announce(String name, SourcePosition position) {
        later.putIfAbsent(name, position);
    }

    /** Defines a name from here on; a second definition is a problem. */
    void define(Reference name) {
        SourcePosition first = defined.putIfAbsent(name.name(), name.position());
        if (first != null) {
            String where = first.equals(name.position())
                    ? "its line is there several times, repeated or included"
                    : "it is first defined in " + first.lineSeenFrom(name.position());
            report(name, kind + " '" + name + "' is defined twice", where);
        }
    }

    /** Tells whether a name is defined. */
    boolean isDefined(String name) {
        return defined.containsKey(name);
    }

    /** Reports a mention of a name that is not defined. */
    void require(Reference name) {
        if (defined.containsKey(name.name())) {
            return;
        }
        SourcePosition definition = later.get(name.name());
        if (definition != null) {
            report(
                    name,
                    kind + " '" + name + "' comes only later",
                    "it is defined in " + definition.lineSeenFrom(name.position()));
        } else if (!written.names().contains(name.name())) {
            report(name, "unknown " + kind + " '" + name + "'", hint(name));
        }
    }

    private String hint(Reference unknown) {
        String advised = advice.about(unknown, defined.isEmpty());
        if (!advised.isEmpty()) {
            return advised;
        }
        String hint = Suggestion.hint(unknown.name(), defined.keySet(), "known");
        return hint.isEmpty() ? "no " + kind + " is defined" : hint;
    }

    private void report(Reference name, String message, String hint) {
        problems.report(name.position(), name.name().length(), message, hint);
    }
}
