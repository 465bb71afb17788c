package dev.wsksim.kernel.se;

import dev.wsksim.kernel.NtStatus;

/** Says what is wrong with the bytes of a security descriptor, where, and which status NT has for it. */
public final class SecurityFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    private final NtStatus status;
    private final int offset;

    SecurityFormatException(NtStatus status, int offset, String problem) {
        super("at byte " + offset + ": " + problem + " (" + status + ")");
        this.status = status;
        this.offset = offset;
    }

    /**
     * Returns the status: STATUS_NOT_SUPPORTED for a legal entry that is not simulated, otherwise
     * STATUS_INVALID_SECURITY_DESCR, STATUS_BAD_DESCRIPTOR_FORMAT, STATUS_UNKNOWN_REVISION, STATUS_INVALID_ACL or
     * STATUS_INVALID_SID.
     */
    public NtStatus status() {
        return status;
    }

    /** Returns the offset of the bytes in question, counted from the start of the descriptor. */
    public int offset() {
        return offset;
    }

    /** Returns true when the bytes are legal but hold something that this simulator does not simulate. */
    public boolean isUnsupported() {
        return status == NtStatus.STATUS_NOT_SUPPORTED;
    }
}
