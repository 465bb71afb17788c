package dev.wsksim.wsk.event;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.ke.Irql;

/** The IRQL at which a callback runs, and whether its flags say so. The options are those of event.irql, in order. */
public enum CallbackIrql {
    /** DISPATCH_LEVEL, and WSK_FLAG_AT_DISPATCH_LEVEL is set. */
    FLAGGED_DISPATCH_LEVEL(Irql.DISPATCH_LEVEL, true),
    /** PASSIVE_LEVEL, and the flag is clear. */
    PASSIVE_LEVEL(Irql.PASSIVE_LEVEL, false),
    /** DISPATCH_LEVEL although the flag is clear: without it, the IRQL may be anything up to DISPATCH_LEVEL. */
    UNFLAGGED_DISPATCH_LEVEL(Irql.DISPATCH_LEVEL, false);

    private static final ImmutableList<CallbackIrql> ANSWERS = ImmutableList.copyOf(values());

    @SuppressWarnings("ImmutableEnumChecker") // Irql has one immutable object per level
    private final Irql irql;

    private final boolean flagged;

    CallbackIrql(Irql irql, boolean flagged) {
        this.irql = irql;
        this.flagged = flagged;
    }

    /** Returns the answer to event.irql with this index. */
    static CallbackIrql ofAnswer(int answer) {
        return ANSWERS.get(answer);
    }

    /** Returns the IRQL. */
    public Irql irql() {
        return irql;
    }

    /** Tells whether WSK_FLAG_AT_DISPATCH_LEVEL is set. */
    public boolean isFlagged() {
        return flagged;
    }
}
