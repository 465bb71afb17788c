package dev.wsksim.kernel.se;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;

/**
 * Reads one SID string, an alias or {@code S-1-...}, from SDDL text.
 *
 * <p>Sources: sid-strings, MS-DTYP 2.4.2.1.
 */
final class SidParser {

    private static final String SHAPE = "write an alias such as BA, or S-1-<authority>-<sub-authority>...";
    private static final long MAX_SUB_AUTHORITY = 0xFFFF_FFFFL;

    private final SddlScanner in;

    private SidParser(SddlScanner in) {
        this.in = in;
    }

    static Sid parse(SddlScanner in) {
        SidParser parser = new SidParser(in);
        return in.startsWith("S-") ? parser.standard() : parser.alias();
    }

    private Sid alias() {
        String alias = in.lookAhead(2);
        if (alias.length() < 2 || !isLetter(alias.charAt(0)) || !isLetter(alias.charAt(1))) {
            throw in.error("a SID is expected", SHAPE);
        }
        Optional<Sid> sid = SidAliases.sidOf(alias);
        if (sid.isEmpty()) {
            throw unknownAlias(alias);
        }
        in.advance(2);
        return sid.get();
    }

    private SddlException unknownAlias(String alias) {
        Optional<String> pattern = SidAliases.patternOf(alias);
        if (pattern.isPresent()) {
            return in.unsupportedAt(
                    in.position(),
                    "the alias " + alias + " depends on a domain or machine, and simulated hosts have none",
                    "write the SID out: " + pattern.get());
        }
        if (alias.equals("RM")) {
            return in.unsupportedAt(
                    in.position(),
                    "the alias RM means different groups on different Windows versions",
                    "write the SID out, for instance S-1-5-32-580 for remote management users");
        }
        return in.error("unknown SID alias " + alias, SHAPE);
    }

    private Sid standard() {
        int start = in.position();
        in.advance(2);
        int revisionAt = in.position();
        String revision = in.takeDigits(10, 20);
        if (!revision.equals("1")) {
            throw in.errorAt(revisionAt, "the SID's revision must be 1", SHAPE);
        }
        dash();
        long authority = authority();
        ImmutableIntArray.Builder subAuthorities = ImmutableIntArray.builder();
        int count = 0;
        while (in.accept("-")) {
            if (++count > Sid.MAX_SUB_AUTHORITIES) {
                throw in.error("a SID has at most 15 sub-authorities", "");
            }
            subAuthorities.add(subAuthority());
        }
        if (count == 0) {
            throw in.errorAt(start, "the SID has no sub-authority", SHAPE);
        }
        return new Sid(authority, subAuthorities.build());
    }

    private void dash() {
        if (!in.accept("-")) {
            throw in.error("a '-' is expected in the SID", SHAPE);
        }
    }

    private long authority() {
        int start = in.position();
        if (in.accept("0x")) {
            String digits = in.takeDigits(16, 20);
            if (digits.isEmpty() || digits.length() > 12) {
                throw in.errorAt(start, "a hexadecimal authority has 1 to 12 digits", SHAPE);
            }
            return Long.parseLong(digits, 16);
        }
        return decimal("the SID's authority", "use 0x and up to 12 hexadecimal digits for a larger authority");
    }

    private int subAuthority() {
        return (int) decimal("a sub-authority", "");
    }

    private long decimal(String what, String hint) {
        int start = in.position();
        String digits = in.takeDigits(10, 20);
        if (digits.isEmpty()) {
            throw in.errorAt(start, "a number is expected for " + what, SHAPE);
        }
        if (digits.length() > 10 || Long.parseLong(digits) > MAX_SUB_AUTHORITY) {
            throw in.errorAt(start, what + " must be at most 4294967295", hint);
        }
        return Long.parseLong(digits);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
