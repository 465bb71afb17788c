package dev.wsksim.scenario.model;

/** Who frees the IRP of a call. */
public enum IrpDisposal implements WordEnum {
    /** The driver frees it as soon as it has completed and no later step names it. */
    AUTOMATIC("automatic"),
    /** The completion routine frees it before it returns. */
    IN_ROUTINE("in-routine"),
    /** A later step frees it with {@code free-irp}. */
    LATER("later"),
    /** Nobody does: the IRP leaks. */
    NEVER("never");

    private final String word;

    IrpDisposal(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
