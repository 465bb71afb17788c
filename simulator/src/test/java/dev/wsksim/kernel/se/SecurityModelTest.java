package dev.wsksim.kernel.se;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The value types refuse what cannot be. */
class SecurityModelTest {

    @Test
    void sid_outsideLimits_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sid.of(5));
        assertThatIllegalArgumentException().isThrownBy(() -> Sid.of(5, new int[16]));
        assertThatIllegalArgumentException().isThrownBy(() -> Sid.of(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sid.of(1L << 48, 1));
    }

    @Test
    void sid_text_writesLargeAuthoritiesInHexadecimal() {
        assertThat(Sid.of(0xFFFF_FFFFL, 1)).hasToString("S-1-4294967295-1");
        assertThat(Sid.of(0x1_0000_0000L, -1)).hasToString("S-1-0x000100000000-4294967295");
        assertThat(Sid.parse("ba")).isEqualTo(WellKnownSids.ADMINISTRATORS);
        assertThat(WellKnownSids.ADMINISTRATORS).hasToString("S-1-5-32-544");
        assertThat(WellKnownSids.ADMINISTRATORS.alias()).contains("BA");
        assertThat(WellKnownSids.ADMINISTRATORS.size()).isEqualTo(16);
    }

    @Test
    void aliases_fixedAndUnresolved_areDisjointPairsOfLetters() {
        assertThat(SidAliases.fixed().keySet())
                .doesNotContainAnyElementsOf(SidAliases.unresolved().keySet());
        assertThat(SidAliases.fixed().keySet()).allMatch(alias -> alias.matches("[A-Z]{2}"));
        assertThat(SidAliases.unresolved().keySet()).allMatch(alias -> alias.matches("[A-Z]{2}"));
    }

    @Test
    void dacl_absentNullAndEmpty_areThreeThings() {
        assertThat(AclSlot.ABSENT).isNotEqualTo(AclSlot.NULL).isNotEqualTo(AclSlot.of(Acl.EMPTY));
        assertThat(AclSlot.NULL.isNull()).isTrue();
        assertThat(AclSlot.ABSENT.isNull()).isFalse();
        assertThat(AclSlot.of(Acl.EMPTY).isNull()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new AclSlot(false, Optional.of(Acl.EMPTY)));
    }

    @Test
    void descriptor_entryInTheWrongList_isRefused() {
        Ace audit = new BasicAce(AceType.SYSTEM_AUDIT, ImmutableSet.of(), AccessMask.DELETE, WellKnownSids.EVERYONE);
        AclSlot audits = AclSlot.of(Acl.of(audit));
        AclSlot grants = AclSlot.of(Acl.of(Ace.allow(AccessMask.DELETE, WellKnownSids.EVERYONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> SecurityDescriptor.NONE.withDacl(audits));
        assertThatIllegalArgumentException().isThrownBy(() -> SecurityDescriptor.NONE.withSacl(grants));
        assertThat(SecurityDescriptor.NONE.withSacl(audits).withDacl(grants))
                .hasToString("D:(A;;SD;;;WD)S:(AU;;SD;;;WD)");
    }

    @Test
    void descriptor_resourceManagerByteWithoutItsBit_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecurityDescriptor(
                        Optional.empty(), Optional.empty(), AclSlot.ABSENT, AclSlot.ABSENT, ImmutableSet.of(), 1));
    }

    @Test
    void descriptor_withParts_tellsItsControlWord() {
        SecurityDescriptor descriptor = SecurityDescriptor.NONE
                .withOwner(WellKnownSids.LOCAL_SYSTEM)
                .withGroup(WellKnownSids.LOCAL_SYSTEM)
                .withDacl(AclSlot.of(Acl.of(Ace.deny(AccessMask.GENERIC_ALL, WellKnownSids.GUESTS))))
                .withControl(ControlBit.SE_DACL_PROTECTED);
        assertThat(descriptor).hasToString("O:SYG:SYD:P(D;;GA;;;BG)");
        assertThat(descriptor.controlWord()).isEqualTo(0x1004);
    }

    @Test
    void acl_largerThanItsSizeField_isRefused() {
        Ace ace = Ace.allow(AccessMask.DELETE, WellKnownSids.EVERYONE);
        int most = (Acl.MAX_SIZE - Acl.HEADER_SIZE) / ace.size();
        assertThat(new Acl(ImmutableList.copyOf(Collections.nCopies(most, ace))).size())
                .isLessThanOrEqualTo(Acl.MAX_SIZE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Acl(ImmutableList.copyOf(Collections.nCopies(most + 1, ace))));
    }

    @Test
    void ace_flagsInAnyOrder_areTheSameEntry() {
        Ace one = new BasicAce(
                AceType.ACCESS_ALLOWED,
                ImmutableSet.of(AceFlag.INHERIT_ONLY, AceFlag.OBJECT_INHERIT),
                AccessMask.DELETE,
                WellKnownSids.EVERYONE);
        assertThat(one).hasToString("(A;OIIO;SD;;;WD)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BasicAce(
                        AceType.ACCESS_ALLOWED_OBJECT, ImmutableSet.of(), AccessMask.DELETE, WellKnownSids.EVERYONE));
    }

    @Test
    void mapping_genericMeaningGeneric_isRefused() {
        AccessMask none = AccessMask.NONE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenericMapping(AccessMask.GENERIC_READ, none, none, none));
    }

    @Test
    void group_contradictoryAttributes_areRefused() {
        Sid sid = WellKnownSids.USERS;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenGroup(
                        sid,
                        ImmutableSet.of(GroupAttribute.SE_GROUP_ENABLED, GroupAttribute.SE_GROUP_USE_FOR_DENY_ONLY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenGroup(sid, ImmutableSet.of(GroupAttribute.SE_GROUP_MANDATORY)));
    }

    @Test
    void subject_tokensOfTheWrongKind_areRefused() {
        AccessToken primary = AccessToken.localSystem();
        AccessToken client = primary.impersonatedAt(ImpersonationLevel.SECURITY_DELEGATION);
        assertThatIllegalArgumentException().isThrownBy(() -> SecuritySubjectContext.of(client));
        assertThatIllegalArgumentException().isThrownBy(() -> SecuritySubjectContext.of(primary, primary));
        assertThat(SecuritySubjectContext.of(primary).effectiveToken()).isSameAs(primary);
        assertThat(SecuritySubjectContext.of(primary, client).effectiveToken()).isSameAs(client);
    }
}
