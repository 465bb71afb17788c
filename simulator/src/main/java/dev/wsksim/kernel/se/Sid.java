package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Locale;
import java.util.Optional;

/**
 * A security identifier: an authority and one to fifteen sub-authorities.
 *
 * <p>Text form {@code S-1-5-32-544}; an authority of 2<sup>32</sup> or more is written as twelve hexadecimal digits.
 * Binary form as in MS-DTYP 2.4.2.2. NT would also accept a SID without any sub-authority; nothing uses one and the
 * text grammar has no form for it, so it is refused here.
 *
 * <p>Sources: MS-DTYP 2.4.2.1 and 2.4.2.2, sid-components.
 *
 * @param authority the identifier authority, 48 bits
 * @param subAuthorities the sub-authorities, each an unsigned 32-bit number
 */
public record Sid(long authority, ImmutableIntArray subAuthorities) {

    static final int MAX_SUB_AUTHORITIES = 15;
    static final long MAX_AUTHORITY = 0xFFFF_FFFF_FFFFL;

    private static final long NT_AUTHORITY = 5;

    public Sid {
        checkArgument(authority >= 0 && authority <= MAX_AUTHORITY, "authority %s has more than 48 bits", authority);
        int count = subAuthorities.length();
        checkArgument(count >= 1 && count <= MAX_SUB_AUTHORITIES, "a SID has 1 to 15 sub-authorities, not %s", count);
    }

    /** Makes a SID from an authority and sub-authorities. */
    public static Sid of(long authority, int... subAuthorities) {
        return new Sid(authority, ImmutableIntArray.copyOf(subAuthorities));
    }

    /** Makes a SID of the NT authority, {@code S-1-5-...}. */
    public static Sid nt(int... subAuthorities) {
        return of(NT_AUTHORITY, subAuthorities);
    }

    /**
     * Parses {@code S-1-...} or a two-letter alias such as {@code BA}.
     *
     * @throws SddlException with the position, when the text is not a SID or the alias needs a domain
     */
    public static Sid parse(String text) {
        SddlScanner scanner = new SddlScanner(text);
        Sid sid = SidParser.parse(scanner);
        if (!scanner.atEnd()) {
            throw scanner.error("nothing may follow the SID, but here is '" + scanner.peek() + "'", "");
        }
        return sid;
    }

    /** Returns the two-letter SDDL alias, if this SID has one that needs no domain. */
    public Optional<String> alias() {
        return SidAliases.aliasOf(this);
    }

    /** Returns the length of the binary form in bytes. */
    public int size() {
        return 8 + 4 * subAuthorities.length();
    }

    /** Returns the last sub-authority, the relative identifier. */
    public int rid() {
        return subAuthorities.get(subAuthorities.length() - 1);
    }

    /** Returns the standard text form, never an alias. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("S-1-");
        if (authority > 0xFFFF_FFFFL) {
            text.append(String.format(Locale.ROOT, "0x%012x", authority));
        } else {
            text.append(authority);
        }
        subAuthorities.forEach(sub -> text.append('-').append(Integer.toUnsignedString(sub)));
        return text.toString();
    }
}
