package dev.wsksim.wsk.control;

/**
 * WSK_EXTENSION_CONTROL_IN, 24 bytes: which extension interface a driver asks for. None was ever defined. Source:
 * ns-wsk-_wsk_extension_control_in, winsock-kernel-extension-interfaces.
 *
 * @param npiId {@code NpiId}: the interface, by any name; its context and dispatch table are never looked at
 */
public record WskExtensionControlIn(String npiId) {

    /** The size of the structure in bytes on x64. */
    public static final long SIZE = 24;
}
