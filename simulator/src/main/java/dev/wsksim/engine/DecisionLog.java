package dev.wsksim.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** The decisions of one run in the order in which they were made; {@link ReplayPolicy} feeds them back. */
public final class DecisionLog implements DecisionListener {

    private final List<Decision> decisions = new ArrayList<>();

    @Override
    public void decided(DecisionPoint point, int count, long subject, int answer) {
        decisions.add(new Decision(point.name(), point.optionName(answer), answer, count, subject));
    }

    /** Returns what was decided so far. */
    public ImmutableList<Decision> decisions() {
        return ImmutableList.copyOf(decisions);
    }
}
