package dev.wsksim.scenario.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;

/** Writes the states at the findings of one report as tables; one that is as the one before is not written again. */
final class StateText {
    private ImmutableList<String> before = ImmutableList.of();

    /** Returns the lines of the next table; none where there is nothing to show. */
    ImmutableList<String> next(StateThen state) {
        ImmutableList<StateThen.Row> rows = state.rows();
        if (rows.isEmpty()) {
            return ImmutableList.of();
        }
        int width = rows.stream().mapToInt(row -> row.object().length()).max().orElse(0);
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        rows.forEach(row -> lines.add(Strings.padEnd(row.object(), width, ' ') + "  " + VisibleText.line(row.state())));
        String others = state.others();
        if (!others.isEmpty()) {
            lines.add("and " + others);
        }
        ImmutableList<String> table = lines.build();
        boolean same = table.equals(before);
        before = table;
        return same ? ImmutableList.of("as above") : table;
    }
}
