package dev.wsksim.kernel.io;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.Trace;

/**
 * IoReuseIrp and IoFreeIrp: what a driver does with an IRP of its own after a use.
 *
 * <p>Sources: nf-wdm-ioreuseirp, reusing-irps, nf-wdm-iofreeirp; what Driver Verifier stops for is from
 * bug-check-0xc9--driver-verifier-iomanager-violation.
 */
final class IrpDisposal {

    private static final String REUSE = "IoReuseIrp";
    private static final String REUSE_PAGE = "nf-wdm-ioreuseirp";
    private static final String FREE = "IoFreeIrp";
    private static final String FREE_PAGE = "nf-wdm-iofreeirp";
    private static final String IRPS_PAGE = "using-irps-with-winsock-kernel-functions";

    private final SimulationLoop loop;
    private final Trace trace;
    private final IrpMisuse misuse;
    private final IrpLedger ledger;

    IrpDisposal(SimulationLoop loop, Trace trace, IrpMisuse misuse, IrpLedger ledger) {
        this.loop = loop;
        this.trace = trace;
        this.misuse = misuse;
        this.ledger = ledger;
    }

    void reuse(Irp irp, NtStatus status) {
        misuse.requireAlive(irp, REUSE, REUSE_PAGE);
        if (irp.origin() == IrpOrigin.PASSED_DOWN) {
            misuse.note(irp, REUSE, irp + " was not allocated by the driver, but passed down to it", REUSE_PAGE);
        } else if (irp.state() == IrpState.OWNED_BY_PROVIDER) {
            misuse.note(irp, REUSE, irp + " is still in use: " + irp.standing(), "reusing-irps");
        }
        irp.reinitialise(status);
        irp.enter(IrpState.READY, loop.nowNanos(), REUSE);
        if (trace.isActive()) {
            trace.emit(new IrpReused(irp.number(), status));
        }
    }

    void free(Irp irp) {
        if (irp.state() == IrpState.FREED || irp.state() == IrpState.FREED_BY_IO_MANAGER) {
            throw wrong(irp, "an IRP was freed that is gone: " + irp.standing(), FREE_PAGE, "0x01");
        }
        if (irp.origin() == IrpOrigin.PASSED_DOWN) {
            throw wrong(irp, irp + " was freed, but belongs to a higher driver", IRPS_PAGE, "0x20C");
        }
        if (irp.state() == IrpState.OWNED_BY_PROVIDER) {
            throw wrong(irp, "an IRP was freed while it is in use: " + irp.standing(), IRPS_PAGE, "0x20B");
        }
        irp.enter(IrpState.FREED, loop.nowNanos(), FREE);
        irp.beginTurn();
        ledger.remove(irp);
        if (trace.isActive()) {
            trace.emit(new IrpFreed(irp.number()));
        }
    }

    private RuntimeException wrong(Irp irp, String what, String page, String parameter) {
        return misuse.stop(irp, FREE, what, page, BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION, parameter);
    }
}
