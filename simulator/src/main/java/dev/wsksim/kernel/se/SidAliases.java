package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * The two-letter SID aliases of SDDL: those with one value everywhere, and those that cannot be resolved here.
 *
 * <p>An alias such as {@code DA} stands for a group of the domain that the computer belongs to. Simulated hosts
 * belong to no domain, so it is refused by name instead of being given a made-up value.
 *
 * <p>Sources: sid-strings for the aliases, well-known-sids and MS-DTYP 2.4.2.4 for the values.
 */
final class SidAliases {

    private static final ImmutableBiMap<String, Sid> FIXED = ImmutableBiMap.<String, Sid>builder()
            .put("WD", Sid.of(1, 0))
            .put("CO", Sid.of(3, 0))
            .put("CG", Sid.of(3, 1))
            .put("OW", Sid.of(3, 4))
            .put("NU", Sid.nt(2))
            .put("IU", Sid.nt(4))
            .put("SU", Sid.nt(6))
            .put("AN", Sid.nt(7))
            .put("ED", Sid.nt(9))
            .put("PS", Sid.nt(10))
            .put("AU", Sid.nt(11))
            .put("RC", Sid.nt(12))
            .put("SY", Sid.nt(18))
            .put("LS", Sid.nt(19))
            .put("NS", Sid.nt(20))
            .put("WR", Sid.nt(33))
            .put("BA", Sid.nt(32, 544))
            .put("BU", Sid.nt(32, 545))
            .put("BG", Sid.nt(32, 546))
            .put("PU", Sid.nt(32, 547))
            .put("AO", Sid.nt(32, 548))
            .put("SO", Sid.nt(32, 549))
            .put("PO", Sid.nt(32, 550))
            .put("BO", Sid.nt(32, 551))
            .put("RE", Sid.nt(32, 552))
            .put("RU", Sid.nt(32, 554))
            .put("RD", Sid.nt(32, 555))
            .put("NO", Sid.nt(32, 556))
            .put("MU", Sid.nt(32, 558))
            .put("LU", Sid.nt(32, 559))
            .put("IS", Sid.nt(32, 568))
            .put("CY", Sid.nt(32, 569))
            .put("ER", Sid.nt(32, 573))
            .put("CD", Sid.nt(32, 574))
            .put("RA", Sid.nt(32, 575))
            .put("ES", Sid.nt(32, 576))
            .put("MS", Sid.nt(32, 577))
            .put("HA", Sid.nt(32, 578))
            .put("AA", Sid.nt(32, 579))
            .put("UD", Sid.nt(84, 0, 0, 0, 0, 0))
            .put("AC", Sid.of(15, 2, 1))
            .put("LW", Sid.of(16, 0x1000))
            .put("ME", Sid.of(16, 0x2000))
            .put("MP", Sid.of(16, 0x2100))
            .put("HI", Sid.of(16, 0x3000))
            .put("SI", Sid.of(16, 0x4000))
            .put("SS", Sid.of(18, 2))
            .buildOrThrow();

    private static final String DOMAIN = "S-1-5-21-<domain>-";
    private static final String MACHINE = "S-1-5-21-<machine>-";

    /** Alias to the pattern of the SID that has to be written out instead. */
    private static final ImmutableMap<String, String> UNRESOLVED = ImmutableMap.<String, String>builder()
            .put("LA", MACHINE + "500")
            .put("LG", MACHINE + "501")
            .put("RO", DOMAIN + "498")
            .put("DA", DOMAIN + "512")
            .put("DU", DOMAIN + "513")
            .put("DG", DOMAIN + "514")
            .put("DC", DOMAIN + "515")
            .put("DD", DOMAIN + "516")
            .put("CA", DOMAIN + "517")
            .put("SA", DOMAIN + "518")
            .put("EA", DOMAIN + "519")
            .put("PA", DOMAIN + "520")
            .put("CN", DOMAIN + "522")
            .put("AP", DOMAIN + "525")
            .put("KA", DOMAIN + "526")
            .put("EK", DOMAIN + "527")
            .put("RS", DOMAIN + "553")
            .buildOrThrow();

    private SidAliases() {}

    /** Returns the SID of an upper-case alias that needs no domain. */
    static Optional<Sid> sidOf(String alias) {
        return Optional.ofNullable(FIXED.get(alias));
    }

    /** Returns the alias of a SID. */
    static Optional<String> aliasOf(Sid sid) {
        return Optional.ofNullable(FIXED.inverse().get(sid));
    }

    /** Returns the pattern of the SID that stands behind an alias that needs a domain or a machine. */
    static Optional<String> patternOf(String alias) {
        return Optional.ofNullable(UNRESOLVED.get(alias));
    }

    /** Returns every alias that has one value everywhere, for tables and tests. */
    static ImmutableBiMap<String, Sid> fixed() {
        return FIXED;
    }

    /** Returns every alias that is refused, with the pattern to write instead. */
    static ImmutableMap<String, String> unresolved() {
        return UNRESOLVED;
    }
}
