package dev.wsksim.kernel.se;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The SIDs that one pass over a DACL judges entries against, with OWNER RIGHTS resolved.
 *
 * <p>An entry for OWNER RIGHTS applies exactly when an entry of its kind for the owner would (well-known-sids).
 * PRINCIPAL SELF has no such stand-in: what WSK protects is not a principal, so an entry for it applies to nobody.
 *
 * @param name how a trace calls these SIDs
 * @param owner the object's owner
 * @param allowed tells whether allow entries for a SID apply
 * @param denied tells whether deny entries for a SID apply
 */
record Trustees(String name, Optional<Sid> owner, Predicate<Sid> allowed, Predicate<Sid> denied) {

    /** Returns the SIDs of a token: enabled ones for allow, deny-only ones also for deny. */
    static Trustees ofToken(AccessToken token, Optional<Sid> owner) {
        return new Trustees("the token", owner, token::countsForAllow, token::countsForDeny);
    }

    /** Returns the restricting SIDs of a token, which count for both. */
    static Trustees restricting(AccessToken token, Optional<Sid> owner) {
        return new Trustees(
                "the restricting SIDs", owner, token.restrictingSids()::contains, token.restrictingSids()::contains);
    }

    boolean includesOwner() {
        return owner.filter(allowed).isPresent();
    }

    boolean isSubjectOf(Ace ace) {
        Predicate<Sid> matches = ace.type().denies() ? denied : allowed;
        if (ace.sid().equals(WellKnownSids.OWNER_RIGHTS)
                && owner.filter(matches).isPresent()) {
            return true;
        }
        return matches.test(ace.sid());
    }
}
