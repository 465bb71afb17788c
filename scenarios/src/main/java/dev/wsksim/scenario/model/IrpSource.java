package dev.wsksim.scenario.model;

/** Where the IRP of a call comes from. */
public enum IrpSource {
    /** The driver allocates it. */
    NEW,
    /** It is that of an earlier call, after IoReuseIrp. */
    REUSED,
    /** It is that of an earlier call as it was left, which is a bug that a scenario may want to show. */
    AS_IT_IS,
    /** A higher driver has passed it down; the call is made in the driver's dispatch routine, which returns its status. */
    PASSED_DOWN
}
