package dev.wsksim.wsk.registry;

import com.google.common.base.Ascii;
import dev.wsksim.wsk.HeaderConstants;
import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.WindowsRelease;
import java.util.OptionalLong;

/**
 * An item that the documentation of WSK names, and how far it is simulated.
 *
 * @param name its exact C name
 * @param kind what it is
 * @param since the first Windows that has it
 * @param support how much of it is simulated
 * @param reason why it is not simulated; empty where it is, or will be
 * @param page its documentation page, or the header that alone has it
 */
public record InterfaceItem(
        String name, ItemKind kind, WindowsRelease since, Support support, String reason, String page) {

    /** Checks that only what is left out has a reason, and always one. */
    public InterfaceItem {
        boolean leftOut = support == Support.UNSUPPORTED || support == Support.RESERVED;
        if (leftOut == reason.isEmpty()) {
            throw new IllegalArgumentException(name + " is " + support + ", reason: '" + reason + "'");
        }
    }

    /** Returns the number that the headers give it, where it has one. */
    public OptionalLong value() {
        return HeaderConstants.constant(name).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Returns the number as C source shows it, or nothing. */
    public String valueText() {
        return value().stream()
                .mapToObj(value -> isHexadecimal(value) ? hex(value) : Long.toString(value))
                .findFirst()
                .orElse("");
    }

    private boolean isHexadecimal(long value) {
        return kind == ItemKind.IOCTL
                || kind == ItemKind.SOCKET_OPTION
                || kind.name().endsWith("_FLAG")
                || value > 0xFFFF;
    }

    private static String hex(long value) {
        return "0x" + Ascii.toUpperCase(Long.toHexString(value & 0xFFFFFFFFL));
    }

    /** Returns how far it is simulated, in words. */
    public String supportText() {
        return reason.isEmpty() ? support.text() : support.text() + ": " + reason;
    }
}
