package dev.wsksim.scenario.model;

/** What a driver can leave behind. */
public enum LeftOver implements WordEnum {
    /** A socket that was never closed. */
    OPEN_SOCKET("open-socket"),
    /** An IRP that never completed. */
    PENDING_IRP("pending-irp"),
    /** An IRP that completed and was never freed. */
    UNFREED_IRP("unfreed-irp"),
    /** A security descriptor that was cached and never released. */
    CACHED_DESCRIPTOR("cached-descriptor"),
    /** A provider NPI that was captured and never released. */
    CAPTURED_NPI("captured-npi"),
    /** A registration that was never undone. */
    REGISTRATION("registration");

    private final String word;

    LeftOver(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
