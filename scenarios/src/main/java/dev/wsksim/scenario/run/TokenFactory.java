package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.kernel.se.AccessToken;
import dev.wsksim.kernel.se.GroupAttribute;
import dev.wsksim.kernel.se.ImpersonationLevel;
import dev.wsksim.kernel.se.Privilege;
import dev.wsksim.kernel.se.Sddl;
import dev.wsksim.kernel.se.SddlException;
import dev.wsksim.kernel.se.SecurityDescriptor;
import dev.wsksim.kernel.se.Sid;
import dev.wsksim.kernel.se.TokenGroup;
import dev.wsksim.kernel.se.WellKnownSids;
import dev.wsksim.scenario.model.GroupSpec;
import dev.wsksim.scenario.model.ImpersonationSpec;
import dev.wsksim.scenario.model.SecurityDescriptorSpec;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TokenSpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Makes access tokens and security descriptors of what a scenario writes. */
final class TokenFactory {

    private TokenFactory() {}

    /** Makes a primary token; like every token of Windows it has the groups Everyone and Authenticated Users. */
    static AccessToken token(TokenSpec spec) throws ArgumentProblemException {
        Sid user = sid(spec.user(), spec.position());
        boolean system = user.equals(WellKnownSids.LOCAL_SYSTEM);
        AccessToken token = system ? AccessToken.localSystem() : AccessToken.ofUser(user);
        for (GroupSpec group : spec.groups()) {
            token = token.withGroups(group(group));
        }
        if (!spec.privileges().isEmpty() || !system) {
            token = token.withPrivileges(privileges(spec));
        }
        Sid[] restricting = new Sid[spec.restricted().size()];
        for (int i = 0; i < restricting.length; i++) {
            restricting[i] = sid(spec.restricted().get(i), spec.position());
        }
        return restricting.length == 0 ? token : token.restrictedTo(restricting);
    }

    /** Makes an impersonation token. */
    static AccessToken token(ImpersonationSpec spec) throws ArgumentProblemException {
        return token(spec.token()).impersonatedAt(level(spec));
    }

    private static ImpersonationLevel level(ImpersonationSpec spec) {
        return switch (spec.level()) {
            case ANONYMOUS -> ImpersonationLevel.SECURITY_ANONYMOUS;
            case IDENTIFICATION -> ImpersonationLevel.SECURITY_IDENTIFICATION;
            case IMPERSONATION -> ImpersonationLevel.SECURITY_IMPERSONATION;
            case DELEGATION -> ImpersonationLevel.SECURITY_DELEGATION;
        };
    }

    /** Parses a descriptor. */
    static SecurityDescriptor descriptor(SecurityDescriptorSpec spec) throws ArgumentProblemException {
        try {
            return Sddl.parse(spec.sddl());
        } catch (SddlException wrong) {
            throw new ArgumentProblemException(
                    spec.position(), "security descriptor '" + spec.name() + "': " + wrong.getMessage(), "");
        }
    }

    private static Privilege[] privileges(TokenSpec spec) throws ArgumentProblemException {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        for (String name : spec.privileges()) {
            privileges.add(Arrays.stream(Privilege.values())
                    .filter(privilege -> privilege.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ArgumentProblemException(
                            spec.position(),
                            "unknown privilege '" + name + "'",
                            "the privileges are " + Arrays.toString(Privilege.values()))));
        }
        return privileges.toArray(new Privilege[0]);
    }

    private static TokenGroup group(GroupSpec spec) throws ArgumentProblemException {
        Set<GroupAttribute> attributes = EnumSet.noneOf(GroupAttribute.class);
        for (dev.wsksim.scenario.model.GroupAttribute attribute : spec.attributes()) {
            attributes.add(attribute(attribute));
        }
        try {
            return new TokenGroup(sid(spec.sid(), spec.position()), ImmutableSet.copyOf(attributes));
        } catch (IllegalArgumentException impossible) {
            throw new ArgumentProblemException(spec.position(), String.valueOf(impossible.getMessage()), "");
        }
    }

    private static GroupAttribute attribute(dev.wsksim.scenario.model.GroupAttribute attribute) {
        return switch (attribute) {
            case MANDATORY -> GroupAttribute.SE_GROUP_MANDATORY;
            case ENABLED_BY_DEFAULT -> GroupAttribute.SE_GROUP_ENABLED_BY_DEFAULT;
            case ENABLED -> GroupAttribute.SE_GROUP_ENABLED;
            case OWNER -> GroupAttribute.SE_GROUP_OWNER;
            case DENY_ONLY -> GroupAttribute.SE_GROUP_USE_FOR_DENY_ONLY;
        };
    }

    private static Sid sid(String text, SourcePosition position) throws ArgumentProblemException {
        try {
            return Sid.parse(text);
        } catch (SddlException wrong) {
            throw new ArgumentProblemException(position, "not a SID: " + wrong.getMessage(), "");
        }
    }
}
