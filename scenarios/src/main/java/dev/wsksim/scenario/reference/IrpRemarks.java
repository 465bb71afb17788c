package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;

/** What holds for the IRP of every function that takes one. */
final class IrpRemarks {
    /** What holds for a parameter {@code Irp} that is required. */
    static final String PARAMETER =
            "Required. The driver allocates it with at least one stack location, or takes one of its own, and sets a"
                    + " completion routine that runs on success, error and cancel. NULL gives STATUS_INVALID_PARAMETER"
                    + " (seen on Windows with WskSocket).";

    /** The title of {@link #REMARKS}. */
    static final String TITLE = "The IRP";

    /** What every driver has to know about it. */
    static final ImmutableList<String> REMARKS = ImmutableList.of(
            "An IRP that was handed over is completed exactly once, whatever the function returns. The final status is"
                    + " in IoStatus.Status. A driver that frees the IRP because the call returned a failure frees it"
                    + " twice.",
            "Whether the completion routine runs before or after the call returns is not documented (OQ-1): both"
                    + " happen here, by the decisions NAME.completion and irp.failure-completion. Typically a call"
                    + " pends and a failure completes the IRP before the call returns.",
            "The completion routine runs at or below DISPATCH_LEVEL; which it is, is the decision irp.completion-irql."
                    + " It returns STATUS_MORE_PROCESSING_REQUIRED to keep the IRP, or frees it first.");

    private IrpRemarks() {}

    /** Returns the remarks for a function. */
    static ImmutableList<String> of(String function) {
        return REMARKS.stream()
                .map(remark -> remark.replace("NAME", function))
                .collect(ImmutableList.toImmutableList());
    }
}
