package dev.wsksim.kernel.mm;

/** What kind of memory a block is. Source: using-mdls, nf-wdm-mmbuildmdlfornonpagedpool. */
public enum PoolType {
    /** Non-paged pool: always resident, so an MDL for it needs no lock. */
    NON_PAGED_POOL("non-paged pool"),
    /** Paged pool: must be locked before another driver may use it at DISPATCH_LEVEL. */
    PAGED_POOL("paged pool"),
    /** The stack of a thread: pageable, and gone when the function returns. */
    STACK("the stack");

    private final String text;

    PoolType(String text) {
        this.text = text;
    }

    /** Returns the kind in words. */
    public String text() {
        return text;
    }
}
