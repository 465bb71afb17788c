package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.io.CompletionRoutineSet;
import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpMarkedPending;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the chains of entries that led to the findings of one report.
 *
 * <p>Unless everything is asked for, what IRPs go through at the beginning of each call is left out, parameters that are
 * NULL and the middle of a long chain too, and what a chain has in common with an earlier one is not written again.
 */
final class EvidenceText {
    private static final int FIRST = 6;
    private static final int LAST = 12;
    /** A beginning that is shorter is written again. */
    private static final int SHORTEST_COMMON = 4;

    private static final Pattern NULLS = Pattern.compile(", \\w+: NULL(?=[,)])");

    private final boolean everything;
    private final String whole;
    private final List<ImmutableList<TraceEntry>> written = new ArrayList<>();

    /**
     * Begins a report.
     *
     * @param everything whether nothing is to be left out
     * @param whole which option shows what is left out; empty for none
     */
    EvidenceText(boolean everything, String whole) {
        this.everything = everything;
        this.whole = whole;
    }

    /**
     * The lines about a chain.
     *
     * @param heading what stands above them
     * @param lines the lines
     */
    record Lines(String heading, ImmutableList<String> lines) {}

    /** Returns the lines about the next chain. */
    Lines next(ImmutableList<TraceEntry> chain) {
        ImmutableList<TraceEntry> told = everything
                ? chain
                : chain.stream()
                        .filter(entry -> !isBookkeeping(entry.record()) || entry.equals(chain.get(chain.size() - 1)))
                        .collect(ImmutableList.toImmutableList());
        int common = everything ? 0 : common(told);
        written.add(told);
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        if (common > 0) {
            lines.add("  as above, up to entry " + told.get(common - 1).number());
        }
        List<TraceEntry> rest = told.subList(common, told.size());
        boolean cut = !everything && rest.size() > FIRST + LAST + 1;
        if (cut) {
            rest.subList(0, FIRST).forEach(entry -> lines.add(line(entry, chain)));
            lines.add("  ... " + (rest.size() - FIRST - LAST) + " more");
        }
        rest.subList(cut ? rest.size() - LAST : 0, rest.size()).forEach(entry -> lines.add(line(entry, chain)));
        boolean complete = told.size() == chain.size() && !cut;
        return new Lines("what led there" + (complete ? "" : remark(chain.size())) + ":", lines.build());
    }

    private String remark(int entries) {
        return whole.isEmpty() ? " (of " + entries + " entries)" : " (" + whole + " shows all " + entries + " entries)";
    }

    /** Returns an entry as a line; a call that is not the last entry without those parameters that are NULL. */
    private String line(TraceEntry entry, ImmutableList<TraceEntry> chain) {
        String line = TraceText.line(entry);
        boolean isCall = entry.record() instanceof WskCallEntered;
        return everything || !isCall || entry.equals(chain.get(chain.size() - 1))
                ? line
                : NULLS.matcher(line).replaceAll("");
    }

    private static boolean isBookkeeping(TraceRecord record) {
        return record instanceof IrpAllocated
                || record instanceof CompletionRoutineSet
                || record instanceof IrpMarkedPending
                || record instanceof IrpTaken;
    }

    /** Returns how many entries the chain has in common with an earlier one. */
    private int common(ImmutableList<TraceEntry> chain) {
        int longest = 0;
        for (ImmutableList<TraceEntry> earlier : written) {
            int same = 0;
            while (same < Math.min(earlier.size(), chain.size())
                    && earlier.get(same).number() == chain.get(same).number()) {
                same++;
            }
            longest = Math.max(longest, same);
        }
        return longest < SHORTEST_COMMON ? 0 : longest;
    }
}
