package dev.wsksim.scenario.model;

/** What a driver, or without one the scripted ends of connections, can leave behind. */
public enum LeftOver implements WordEnum {
    /** A socket that was never closed. */
    OPEN_SOCKET("open-socket"),
    /** An IRP that never completed. */
    PENDING_IRP("pending-irp"),
    /** An IRP that completed and was never freed. */
    UNFREED_IRP("unfreed-irp"),
    /** An indicated list that a callback kept and no WskRelease gave back. */
    RETAINED_INDICATION("retained-indication"),
    /** A security descriptor that was cached and never released. */
    CACHED_DESCRIPTOR("cached-descriptor"),
    /** A list of addresses that was delivered and never freed. */
    ADDRESS_LIST("address-list"),
    /** A provider NPI that was captured and never released. */
    CAPTURED_NPI("captured-npi"),
    /** A registration that was never undone. */
    REGISTRATION("registration"),
    /** A thread that was brought above PASSIVE_LEVEL and never back. */
    RAISED_IRQL("raised-irql"),
    /** A connection that is neither closed nor in TIME-WAIT; looked for only where there is no driver. */
    OPEN_CONNECTION("open-connection"),
    /** Data that came for a connection which was not lost, and that its end never read; likewise. */
    UNREAD_DATA("unread-data");

    private final String word;

    LeftOver(String word) {
        this.word = word;
    }

    /** Tells whether a driver is judged by it, and not the scripted ends of a scenario without a driver. */
    public boolean isOfDriver() {
        return this != OPEN_CONNECTION && this != UNREAD_DATA;
    }

    @Override
    public String word() {
        return word;
    }
}
