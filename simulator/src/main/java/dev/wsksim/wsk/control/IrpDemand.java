package dev.wsksim.wsk.control;

/** Whether a control operation takes an IRP. Source: the page of each operation. */
public enum IrpDemand {
    /** There must be one; without it: STATUS_INVALID_PARAMETER (assumption, OQ-60). */
    REQUIRED("required"),
    /** There may be one. */
    OPTIONAL("optional"),
    /** There must be none; one that is given is left untouched, with STATUS_INVALID_PARAMETER (assumption, OQ-60). */
    FORBIDDEN("must be NULL");

    private final String text;

    IrpDemand(String text) {
        this.text = text;
    }

    /** Returns the demand in words. */
    public String text() {
        return text;
    }
}
