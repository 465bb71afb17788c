package dev.wsksim.kernel.ke;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What KeRaiseIrql has returned to one thread, or to one routine that the system calls, and KeLowerIrql was not given
 * yet.
 *
 * <p>It is a fatal error to call KeLowerIrql with something that the immediately preceding KeRaiseIrql did not return
 * (nf-wdm-kelowerirql). The page names no code; this stops with bug check 0xC8 (assumption, OQ-128).
 */
public final class IrqlStack {

    private final Processor processor;
    private final Deque<Irql> returned = new ArrayDeque<>(2);

    /** Makes an empty one. */
    public IrqlStack(Processor processor) {
        this.processor = processor;
    }

    /**
     * Raises the IRQL. Any IRQL; a level below the current one is bug check 0xC4. Source: nf-wdm-keraiseirql.
     *
     * @return the level before, for {@link #keLowerIrql}
     */
    public Irql keRaiseIrql(Irql newIrql) {
        Irql before = processor.keRaiseIrql(newIrql);
        returned.push(before);
        return before;
    }

    /**
     * Lowers the IRQL. Any IRQL; a level above the current one is bug check 0xC4, one that the last {@link #keRaiseIrql}
     * did not return bug check 0xC8. Source: nf-wdm-kelowerirql.
     */
    public void keLowerIrql(Irql newIrql) {
        processor.keLowerIrql(newIrql);
        if (returned.isEmpty()) {
            String what = "KeLowerIrql was called with " + newIrql + " without a KeRaiseIrql before it";
            throw processor.unexpected(newIrql, what, "nf-wdm-kelowerirql");
        }
        Irql expected = returned.pop();
        if (newIrql != expected) {
            String what =
                    "KeLowerIrql was called with " + newIrql + ", but the KeRaiseIrql before it returned " + expected;
            throw processor.unexpected(expected, what, "nf-wdm-kelowerirql");
        }
    }
}
