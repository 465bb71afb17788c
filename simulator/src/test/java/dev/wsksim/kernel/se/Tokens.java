package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Makes tokens for tests. */
final class Tokens {

    private Tokens() {}

    /** Makes a primary token of a user without any group. */
    static AccessToken bare(Sid user) {
        return new AccessToken(
                TokenGroup.enabled(user),
                ImmutableList.of(),
                ImmutableSet.of(),
                ImmutableList.of(),
                IntegrityLevel.MEDIUM,
                Optional.empty());
    }
}
