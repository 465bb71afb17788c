package dev.wsksim.junit5.assertion;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about an IRP. */
public final class IrpAssert extends AbstractAssert<IrpAssert, Irp> {

    IrpAssert(@Nullable Irp actual) {
        super(actual, IrpAssert.class);
    }

    /** A provider has it. */
    public IrpAssert isPending() {
        isNotNull();
        if (actual.state() != IrpState.OWNED_BY_PROVIDER) {
            fail("to be with a provider");
        }
        return this;
    }

    /** It is in a state. */
    public IrpAssert isIn(IrpState expected) {
        isNotNull();
        if (actual.state() != expected) {
            fail("to be in the state " + expected);
        }
        return this;
    }

    /** It is completed, and perhaps freed since, with a status. */
    public IrpAssert completedWith(NtStatus expected) {
        isNotNull();
        if (!actual.isCompleted() || !actual.status().equals(expected)) {
            fail("to be completed with " + expected);
        }
        return this;
    }

    /** Its Cancel flag is set. */
    public IrpAssert isCancelRequested() {
        isNotNull();
        if (!actual.isCancelRequested()) {
            fail("to have its Cancel flag set");
        }
        return this;
    }

    private void fail(String expectation) {
        throw failure(
                "%nexpected %s %s%nbut      %s, with IoStatus.Status %s",
                actual, expectation, actual.standing(), actual.status());
    }
}
