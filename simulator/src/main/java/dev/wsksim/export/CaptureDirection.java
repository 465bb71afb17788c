package dev.wsksim.export;

/** Which way a packet went, seen from the place where it was captured. */
public enum CaptureDirection {
    /** It came in. */
    INBOUND,
    /** It went out. */
    OUTBOUND
}
