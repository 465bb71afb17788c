package dev.wsksim.net.name;

import com.google.common.base.Ascii;

/** How names of hosts are compared: without regard to the case of ASCII letters (RFC 4343) and to a dot at the end. */
final class DnsName {

    private DnsName() {}

    /** Returns the form in which equal names are equal texts. */
    static String key(String name) {
        return Ascii.toLowerCase(withoutFinalDot(name));
    }

    /** Tells whether two names are the same. */
    static boolean isSame(String a, String b) {
        return Ascii.equalsIgnoreCase(withoutFinalDot(a), withoutFinalDot(b));
    }

    /** Returns a name without the dot at its end. */
    static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Tells whether a name is a single label, to which the domain of the host is added. */
    static boolean isFlat(String name) {
        return name.indexOf('.') < 0;
    }
}
