package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.scenario.model.GroupAttribute;
import dev.wsksim.scenario.model.GroupSpec;
import dev.wsksim.scenario.model.ImpersonationLevel;
import dev.wsksim.scenario.model.ImpersonationSpec;
import dev.wsksim.scenario.model.TokenSpec;

/** How access tokens are written. */
final class TokenElement {
    private static final Field<String> SID =
            Field.required("sid", KernelTypes.SECURITY_ID, "The group's SID.", "S-1-5-32-544");
    private static final Field<ImmutableList<GroupAttribute>> ATTRIBUTES = Field.optional(
            "attributes",
            ListType.of(ScalarTypes.word("a group attribute", GroupAttribute.values())),
            "[mandatory, enabled-by-default, enabled]",
            "How the group counts in an access check, in the words of the SE_GROUP_ constants.",
            "[deny-only]");
    private static final ElementType<GroupSpec> FULL_GROUP = ElementType.of(
            "group", "A group of a token with its attributes.", ImmutableList.of(SID, ATTRIBUTES), TokenElement::group);
    private static final ValueType<GroupSpec> GROUP = new EitherType<>(
            new MappedType<>(
                    KernelTypes.SECURITY_ID,
                    (sid, node) -> new GroupSpec(sid, GroupSpec.DEFAULT_ATTRIBUTES, node.position())),
            FULL_GROUP);

    private static final Field<String> USER =
            Field.required("user", KernelTypes.SECURITY_ID, "The user's SID.", "S-1-5-18");
    private static final Field<ImmutableList<GroupSpec>> GROUPS = Field.optional(
            "groups",
            ListType.ofSome(GROUP),
            "none",
            "The groups of the token.",
            "[S-1-5-32-544, { sid: WD, attributes: [enabled] }]");
    private static final Field<ImmutableList<String>> PRIVILEGES = Field.optional(
            "privileges",
            ListType.ofSome(KernelTypes.PRIVILEGE),
            "none",
            "The enabled privileges.",
            "[SeTakeOwnershipPrivilege]");
    private static final Field<ImmutableList<String>> RESTRICTED = Field.optional(
            "restricted",
            ListType.ofSome(KernelTypes.SECURITY_ID),
            "the token is not restricted",
            "The restricting SIDs: access must be granted to one of them as well.",
            "[S-1-5-12]");
    private static final Field<ImpersonationLevel> LEVEL = Field.optional(
            "level",
            ScalarTypes.word("an impersonation level", ImpersonationLevel.values()),
            "SecurityImpersonation",
            "How far the thread may act as the client.",
            "SecurityImpersonation");

    /** A token. */
    static final ElementType<TokenSpec> TOKEN = ElementType.of(
            "token",
            "An access token: whose rights count in an access check.",
            ImmutableList.of(USER, GROUPS, PRIVILEGES, RESTRICTED),
            TokenElement::token);

    /** An impersonation token. */
    static final ElementType<ImpersonationSpec> IMPERSONATION = ElementType.of(
            "impersonation token",
            "The token of the client that a thread impersonates.",
            ImmutableList.of(USER, GROUPS, PRIVILEGES, RESTRICTED, LEVEL),
            token -> new ImpersonationSpec(
                    token(token), token.get(LEVEL, ImpersonationLevel.IMPERSONATION), token.position()));

    private TokenElement() {}

    private static GroupSpec group(Bound group) {
        ImmutableSortedSet<GroupAttribute> attributes =
                group.find(ATTRIBUTES).map(ImmutableSortedSet::copyOf).orElse(GroupSpec.DEFAULT_ATTRIBUTES);
        return new GroupSpec(group.get(SID), attributes, group.position());
    }

    private static TokenSpec token(Bound token) {
        return new TokenSpec(
                token.get(USER),
                token.get(GROUPS, ImmutableList.of()),
                token.get(PRIVILEGES, ImmutableList.of()),
                token.get(RESTRICTED, ImmutableList.of()),
                token.position());
    }
}
