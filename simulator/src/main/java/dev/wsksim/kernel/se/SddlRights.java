package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;

/**
 * The rights field of an SDDL entry: letter pairs or a hexadecimal number.
 *
 * <p>Reading takes every pair of ace-strings. Writing uses pairs only for generic and standard rights: the pairs of
 * bits 0 to 15 speak of directory services (bit 0 is {@code CC}, create child), which would mislead for any other
 * object, so a mask with such bits is written as a number. Sources: ace-strings, MS-DTYP 2.5.1.1; file and key values
 * from file-access-rights-constants and registry-key-security-and-access-rights.
 */
final class SddlRights {

    private static final ImmutableMap<String, Integer> LABEL = ImmutableMap.of("NW", 0x1, "NR", 0x2, "NX", 0x4);

    /** Pairs that are also written, lowest bit first, as Windows does. */
    private static final ImmutableMap<String, Integer> WRITTEN = ImmutableMap.<String, Integer>builder()
            .put("SD", 0x0001_0000)
            .put("RC", 0x0002_0000)
            .put("WD", 0x0004_0000)
            .put("WO", 0x0008_0000)
            .put("GA", 0x1000_0000)
            .put("GX", 0x2000_0000)
            .put("GW", 0x4000_0000)
            .put("GR", 0x8000_0000)
            .buildOrThrow();

    private static final ImmutableMap<String, Integer> READ = ImmutableMap.<String, Integer>builder()
            .putAll(WRITTEN)
            .putAll(LABEL)
            .put("CC", 0x0001)
            .put("DC", 0x0002)
            .put("LC", 0x0004)
            .put("SW", 0x0008)
            .put("RP", 0x0010)
            .put("WP", 0x0020)
            .put("DT", 0x0040)
            .put("LO", 0x0080)
            .put("CR", 0x0100)
            .put("FA", 0x001F_01FF)
            .put("FR", 0x0012_0089)
            .put("FW", 0x0012_0116)
            .put("FX", 0x0012_00A0)
            .put("KA", 0x000F_003F)
            .put("KR", 0x0002_0019)
            .put("KW", 0x0002_0006)
            .put("KX", 0x0002_0019)
            .buildOrThrow();

    private static final String HINT = "write letter pairs such as GA, GR or RC, or a hexadecimal number such as 0x1f";

    private SddlRights() {}

    /** Reads the whole field. */
    static AccessMask parse(SddlScanner field) {
        if (field.accept("0x")) {
            return hexadecimal(field);
        }
        int bits = 0;
        while (!field.atEnd()) {
            String pair = field.lookAhead(2);
            Integer value = READ.get(pair);
            if (value == null) {
                throw field.error("unknown right '" + pair + "'", HINT);
            }
            bits |= value;
            field.advance(2);
        }
        return new AccessMask(bits);
    }

    private static AccessMask hexadecimal(SddlScanner field) {
        int start = field.position();
        String digits = field.takeDigits(16, Integer.MAX_VALUE);
        if (digits.isEmpty() || digits.length() > 8 || !field.atEnd()) {
            throw field.errorAt(start, "1 to 8 hexadecimal digits are expected after 0x", HINT);
        }
        return new AccessMask(Integer.parseUnsignedInt(digits, 16));
    }

    /** Writes a mask so that {@link #parse} reads the same bits. */
    static String format(AceType type, AccessMask mask) {
        ImmutableMap<String, Integer> pairs = type == AceType.SYSTEM_MANDATORY_LABEL ? LABEL : WRITTEN;
        return inPairs(pairs, mask.bits()).orElseGet(() -> String.format(Locale.ROOT, "0x%x", mask.bits()));
    }

    private static Optional<String> inPairs(ImmutableMap<String, Integer> pairs, int bits) {
        StringBuilder text = new StringBuilder();
        int left = bits;
        for (var pair : pairs.entrySet()) {
            if ((bits & pair.getValue()) != 0) {
                text.append(pair.getKey());
                left &= ~pair.getValue();
            }
        }
        return left == 0 ? Optional.of(text.toString()) : Optional.empty();
    }
}
