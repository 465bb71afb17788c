package dev.wsksim.wsk;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** The constants of the public header ws2def.h for name resolution, with their values. */
public final class Ws2defNames {

    public static final int AI_PASSIVE = 0x0000_0001;
    public static final int AI_CANONNAME = 0x0000_0002;
    public static final int AI_NUMERICHOST = 0x0000_0004;
    public static final int AI_NUMERICSERV = 0x0000_0008;
    public static final int AI_ALL = 0x0000_0100;
    public static final int AI_ADDRCONFIG = 0x0000_0400;
    public static final int AI_V4MAPPED = 0x0000_0800;
    public static final int AI_FQDN = 0x0002_0000;

    public static final int NI_NOFQDN = 0x01;
    public static final int NI_NUMERICHOST = 0x02;
    public static final int NI_NAMEREQD = 0x04;
    public static final int NI_NUMERICSERV = 0x08;
    public static final int NI_DGRAM = 0x10;

    public static final int NI_MAXHOST = 1025;
    public static final int NI_MAXSERV = 32;

    public static final int NS_ALL = 0;
    public static final int NS_DNS = 12;

    /** sizeof(SOCKADDR_STORAGE). */
    public static final int SIZE_OF_SOCKADDR_STORAGE = 128;
    /** sizeof(SOCKADDR_IN). */
    public static final int SIZE_OF_SOCKADDR_IN = 16;
    /** sizeof(SOCKADDR_IN6). */
    public static final int SIZE_OF_SOCKADDR_IN6 = 28;

    private static final ImmutableMap<String, Long> SIMULATED_AI = ImmutableMap.<String, Long>builder()
            .put("AI_PASSIVE", (long) AI_PASSIVE)
            .put("AI_CANONNAME", (long) AI_CANONNAME)
            .put("AI_NUMERICHOST", (long) AI_NUMERICHOST)
            .put("AI_NUMERICSERV", (long) AI_NUMERICSERV)
            .put("AI_ALL", (long) AI_ALL)
            .put("AI_ADDRCONFIG", (long) AI_ADDRCONFIG)
            .put("AI_V4MAPPED", (long) AI_V4MAPPED)
            .put("AI_FQDN", (long) AI_FQDN)
            .buildOrThrow();

    /** Flags that Windows knows and that mean something only to providers and settings which nothing here has. */
    private static final ImmutableMap<String, Long> OTHER_AI = ImmutableMap.<String, Long>builder()
            .put("AI_DNS_ONLY", 0x0000_0010L)
            .put("AI_FORCE_CLEAR_TEXT", 0x0000_0020L)
            .put("AI_BYPASS_DNS_CACHE", 0x0000_0040L)
            .put("AI_RETURN_TTL", 0x0000_0080L)
            .put("AI_NON_AUTHORITATIVE", 0x0000_4000L)
            .put("AI_SECURE", 0x0000_8000L)
            .put("AI_RETURN_PREFERRED_NAMES", 0x0001_0000L)
            .put("AI_FILESERVER", 0x0004_0000L)
            .put("AI_DISABLE_IDN_ENCODING", 0x0008_0000L)
            .put("AI_SECURE_WITH_FALLBACK", 0x0010_0000L)
            .put("AI_EXCLUSIVE_CUSTOM_SERVERS", 0x0020_0000L)
            .put("AI_RETURN_RESPONSE_FLAGS", 0x1000_0000L)
            .put("AI_REQUIRE_SECURE", 0x2000_0000L)
            .put("AI_RESOLUTION_HANDLE", 0x4000_0000L)
            .put("AI_EXTENDED", 0x8000_0000L)
            .buildOrThrow();

    private static final ImmutableMap<String, Long> NI = ImmutableMap.of(
            "NI_NOFQDN", (long) NI_NOFQDN,
            "NI_NUMERICHOST", (long) NI_NUMERICHOST,
            "NI_NAMEREQD", (long) NI_NAMEREQD,
            "NI_NUMERICSERV", (long) NI_NUMERICSERV,
            "NI_DGRAM", (long) NI_DGRAM);

    /** The namespaces that Windows installs or offers. */
    private static final ImmutableMap<String, Long> NS = ImmutableMap.<String, Long>builder()
            .put("NS_ALL", (long) NS_ALL)
            .put("NS_DNS", (long) NS_DNS)
            .put("NS_NETBT", 13L)
            .put("NS_WINS", 14L)
            .put("NS_NLA", 15L)
            .put("NS_BTH", 16L)
            .put("NS_NTDS", 32L)
            .put("NS_EMAIL", 37L)
            .put("NS_PNRPNAME", 38L)
            .put("NS_PNRPCLOUD", 39L)
            .buildOrThrow();

    private static final ImmutableMap<String, Long> BY_NAME = ImmutableMap.<String, Long>builder()
            .putAll(SIMULATED_AI)
            .putAll(OTHER_AI)
            .putAll(NI)
            .putAll(NS)
            .buildOrThrow();

    private Ws2defNames() {}

    /** Returns the value of the constant with this exact C name, if it is one of these. */
    public static Optional<Long> valueOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the names of all these constants. */
    public static Iterable<String> names() {
        return BY_NAME.keySet();
    }

    /** Returns the flags of ai_flags in words: their C names, and the number that is left. */
    public static String aiFlagsText(int flags) {
        return flagsText(
                flags,
                ImmutableMap.<String, Long>builder()
                        .putAll(SIMULATED_AI)
                        .putAll(OTHER_AI)
                        .buildOrThrow());
    }

    /** Returns the flags of WskGetNameInfo in words. */
    public static String niFlagsText(int flags) {
        return flagsText(flags, NI);
    }

    /** Returns the name of a flag of ai_flags that Windows knows and that is not simulated, if there is one. */
    public static Optional<String> notSimulatedAiFlag(int flags) {
        return OTHER_AI.entrySet().stream()
                .filter(flag -> (flags & flag.getValue()) != 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the bits of ai_flags that have no name. */
    public static long unknownAiFlags(int flags) {
        return unknown(unknown(Integer.toUnsignedLong(flags), SIMULATED_AI), OTHER_AI);
    }

    /** Returns the bits of the flags of WskGetNameInfo that have no name. */
    public static long unknownNiFlags(int flags) {
        return unknown(Integer.toUnsignedLong(flags), NI);
    }

    /** Returns the name of a namespace, if it is one of Windows' own. */
    public static Optional<String> namespaceName(int namespace) {
        return NS.entrySet().stream()
                .filter(known -> known.getValue() == namespace)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static long unknown(long flags, ImmutableMap<String, Long> known) {
        long left = flags;
        for (long flag : known.values()) {
            left &= ~flag;
        }
        return left;
    }

    private static String flagsText(int flags, ImmutableMap<String, Long> known) {
        StringBuilder text = new StringBuilder();
        known.forEach((name, flag) -> {
            if ((flags & flag) != 0) {
                text.append(text.isEmpty() ? "" : "|").append(name);
            }
        });
        long left = unknown(Integer.toUnsignedLong(flags), known);
        if (left != 0 || text.isEmpty()) {
            text.append(text.isEmpty() ? "" : "|").append(left == 0 ? "0" : "0x" + Long.toHexString(left));
        }
        return text.toString();
    }
}
