package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a trace that moves forwards and backwards: by entries, by instants, by what is looked for.
 *
 * <p>A run is the same each time it is played, so its trace stands for it: going back is no more than looking at an
 * earlier entry.
 */
final class Stepper {
    private final ImmutableList<TraceEntry> trace;
    private int at;

    /** Stands at the first entry of a trace that has one. */
    Stepper(ImmutableList<TraceEntry> trace) {
        this.trace = trace;
    }

    /** Returns the entry at this place. */
    TraceEntry entry() {
        return trace.get(at);
    }

    /** Returns how many entries there are. */
    int size() {
        return trace.size();
    }

    /** Moves by so many entries, back where it is negative, as far as there are any; returns by how many it moved. */
    int move(long entries) {
        int target = (int) Math.max(0, Math.min(trace.size() - 1L, at + entries));
        int moved = target - at;
        at = target;
        return moved;
    }

    /** Moves to the first entry of the next instant; stays where there is none. */
    boolean nextInstant() {
        long now = entry().timeNanos();
        for (int next = at + 1; next < trace.size(); next++) {
            if (trace.get(next).timeNanos() > now) {
                at = next;
                return true;
            }
        }
        return false;
    }

    /** Moves to the first entry of the instant before this one; stays where there is none. */
    boolean previousInstant() {
        long now = entry().timeNanos();
        int before = at;
        while (before >= 0 && trace.get(before).timeNanos() == now) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        long then = trace.get(before).timeNanos();
        while (before > 0 && trace.get(before - 1).timeNanos() == then) {
            before--;
        }
        at = before;
        return true;
    }

    /** Moves to the first entry at or after an instant; to the last entry where there is none. */
    void toInstant(SimTime instant) {
        at = 0;
        while (at < trace.size() - 1 && trace.get(at).timeNanos() < instant.nanos()) {
            at++;
        }
    }

    /** Moves to the entry with a number; stays where there is none. */
    boolean toNumber(long number) {
        if (number < 1 || number > trace.size()) {
            return false;
        }
        at = (int) number - 1;
        return true;
    }

    /** Moves to the next entry that says a text, whatever the case, or the one before; stays where there is none. */
    boolean find(String text, boolean forwards) {
        String wanted = text.toLowerCase(Locale.ROOT);
        for (int next = at + (forwards ? 1 : -1); next >= 0 && next < trace.size(); next += forwards ? 1 : -1) {
            if (trace.get(next).record().describe().toLowerCase(Locale.ROOT).contains(wanted)) {
                at = next;
                return true;
            }
        }
        return false;
    }

    /** Returns the entry that this one followed from. */
    Optional<TraceEntry> cause() {
        long cause = entry().cause();
        return cause == 0 ? Optional.empty() : Optional.of(trace.get((int) cause - 1));
    }

    /** Returns the entries around this one. */
    ImmutableList<TraceEntry> around(int before, int after) {
        return trace.subList(Math.max(0, at - before), Math.min(trace.size(), at + after + 1));
    }

    /** Returns for each IRP and socket the last entry up to this one that speaks of it, in the order of their first. */
    Map<String, TraceEntry> objects() {
        Map<String, TraceEntry> last = new LinkedHashMap<>();
        for (TraceEntry entry : trace.subList(0, at + 1)) {
            entry.record().visit(new Objects(entry, last));
        }
        return last;
    }

    /** Notes the objects that an entry names. */
    private record Objects(TraceEntry entry, Map<String, TraceEntry> last) implements FieldVisitor {
        @Override
        public void number(String name, long value) {
            if (value != 0 && name.equals("irp")) {
                last.put("IRP " + value, entry);
            } else if (value != 0 && name.equals("socket")) {
                last.put("socket " + value, entry);
            }
        }

        @Override
        public void text(String name, String value) {}

        @Override
        public void flag(String name, boolean value) {}

        @Override
        public void nanos(String name, long nanos) {}
    }
}
