package dev.wsksim.kernel.io;

/**
 * Where an IRP came from, which decides the duties of the driver that uses it. Source:
 * using-irps-with-winsock-kernel-functions.
 */
public enum IrpOrigin {
    /** The driver allocated it with IoAllocateIrp and frees it. */
    ALLOCATED,
    /** A higher driver or the I/O manager passed it down; the driver completes it and never frees it. */
    PASSED_DOWN
}
