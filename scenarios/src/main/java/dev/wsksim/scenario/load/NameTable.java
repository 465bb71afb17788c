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
    private final Map<String, SourcePosition> defined = new LinkedHashMap<>();
    private final Map<String, SourcePosition> later = new LinkedHashMap<>();

    NameTable(String kind, NameScan written, Problems problems) {
        this.kind = kind;
        this.written = written;
        this.problems = problems;
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
            String hint = Suggestion.hint(name.name(), defined.keySet(), "known");
            report(name, "unknown " + kind + " '" + name + "'", hint.isEmpty() ? "no " + kind + " is defined" : hint);
        }
    }

    private void report(Reference name, String message, String hint) {
        problems.report(name.position(), name.name().length(), message, hint);
    }
}
