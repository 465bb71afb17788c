package dev.wsksim.kernel.se;

import static dev.wsksim.kernel.NtStatus.STATUS_ACCESS_DENIED;
import static dev.wsksim.kernel.NtStatus.STATUS_BAD_IMPERSONATION_LEVEL;
import static dev.wsksim.kernel.NtStatus.STATUS_PRIVILEGE_NOT_HELD;
import static dev.wsksim.kernel.NtStatus.STATUS_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The steps of the access check, one nested class each, in their order.
 *
 * <p>Alice is an ordinary user in Users, Everyone and Authenticated Users. The object type has two rights of its own:
 * 1 is read, 2 is write; execute means SYNCHRONIZE.
 */
class AccessCheckTest {

    private static final Sid ALICE = Sid.parse("S-1-5-21-1-2-3-1001");
    private static final AccessToken ALICE_TOKEN =
            AccessToken.ofUser(ALICE).withGroups(TokenGroup.enabled(WellKnownSids.USERS));

    private static final AccessMask READ = new AccessMask(0x1);
    private static final AccessMask WRITE = new AccessMask(0x2);
    private static final AccessMask BOTH = READ.or(WRITE);
    private static final GenericMapping MAPPING = new GenericMapping(
            READ.or(AccessMask.READ_CONTROL), WRITE, AccessMask.SYNCHRONIZE, BOTH.or(AccessMask.STANDARD_RIGHTS_ALL));

    @Nested
    class Mapping {

        @ParameterizedTest
        @CsvSource({
            "GR, 0x20001, true",
            "GR, 0x1, false",
            "GW, 0x2, true",
            "GX, 0x100000, true",
            "GA, 0x1f0003, true",
            "GA, 0x1f0002, false",
            "GRGW, 0x20003, true",
            "0x80000002, 0x20003, true"
        })
        void genericRequest_againstSpecificEntry_needsEveryMappedRight(String asked, String given, boolean granted) {
            AccessMask desired = SddlRights.parse(new SddlScanner(asked));
            assertThat(check(ALICE_TOKEN, "D:(A;;" + given + ";;;WD)", desired).isGranted())
                    .isEqualTo(granted);
        }

        @Test
        void genericEntry_againstSpecificRequest_isMappedToo() {
            decided(check(ALICE_TOKEN, "D:(A;;GW;;;WD)", WRITE), STATUS_SUCCESS, AccessCheckStep.ALLOW_ACE, 1);
            decided(check(ALICE_TOKEN, "D:(A;;GW;;;WD)", READ), STATUS_ACCESS_DENIED, AccessCheckStep.END_OF_DACL, 0);
        }

        @Test
        void grantedAccess_success_isTheMappedRequest() {
            AccessCheckResult result = check(ALICE_TOKEN, "D:(A;;GA;;;WD)", AccessMask.GENERIC_READ);
            assertThat(result.grantedAccess()).isEqualTo(MAPPING.read());
        }

        /** An assumption, OQ-90, as is the next. */
        @Test
        void emptyRequest_openObject_isDenied() {
            decided(check(ALICE_TOKEN, "", AccessMask.NONE), STATUS_ACCESS_DENIED, AccessCheckStep.EMPTY_REQUEST, 0);
        }

        @Test
        void requestThatMapsToNothing_openObject_isDenied() {
            GenericMapping nothing =
                    new GenericMapping(AccessMask.NONE, AccessMask.NONE, AccessMask.NONE, AccessMask.NONE);
            AccessCheckResult result = AccessCheck.check(
                    SecuritySubjectContext.of(ALICE_TOKEN),
                    SecurityDescriptor.NONE,
                    AccessMask.GENERIC_ALL,
                    nothing,
                    ProcessorMode.USER_MODE);
            decided(result, STATUS_ACCESS_DENIED, AccessCheckStep.EMPTY_REQUEST, 0);
        }
    }

    @Nested
    class KernelMode {

        @Test
        void request_deniedToEverybody_isGranted() {
            AccessCheckResult result = kernel("D:(D;;GA;;;WD)", BOTH);
            decided(result, STATUS_SUCCESS, AccessCheckStep.KERNEL_MODE, 0);
            assertThat(result.grantedAccess()).isEqualTo(BOTH);
        }

        @Test
        void maximumAllowed_emptyDacl_isEverything() {
            assertThat(kernel("D:", AccessMask.MAXIMUM_ALLOWED).grantedAccess()).isEqualTo(MAPPING.all());
        }

        private AccessCheckResult kernel(String sddl, AccessMask desired) {
            return AccessCheck.check(
                    SecuritySubjectContext.of(ALICE_TOKEN),
                    Sddl.parse(sddl),
                    desired,
                    MAPPING,
                    ProcessorMode.KERNEL_MODE);
        }
    }

    @Nested
    class Impersonation {

        @ParameterizedTest
        @EnumSource(names = {"SECURITY_ANONYMOUS", "SECURITY_IDENTIFICATION"})
        void level_belowImpersonation_isRefusedEvenWithoutDacl(ImpersonationLevel level) {
            AccessCheckResult result = impersonating(level, "", READ);
            decided(result, STATUS_BAD_IMPERSONATION_LEVEL, AccessCheckStep.IMPERSONATION_LEVEL, 0);
            assertThat(result.reason()).contains(level.toString());
        }

        @ParameterizedTest
        @EnumSource(names = {"SECURITY_IMPERSONATION", "SECURITY_DELEGATION"})
        void level_enough_judgesTheClientInsteadOfTheProcess(ImpersonationLevel level) {
            decided(impersonating(level, "D:(A;;GA;;;SY)", READ), STATUS_ACCESS_DENIED, AccessCheckStep.END_OF_DACL, 0);
            decided(impersonating(level, "D:(A;;GA;;;BU)", READ), STATUS_SUCCESS, AccessCheckStep.ALLOW_ACE, 1);
        }

        private AccessCheckResult impersonating(ImpersonationLevel level, String sddl, AccessMask desired) {
            return check(
                    SecuritySubjectContext.of(AccessToken.localSystem(), ALICE_TOKEN.impersonatedAt(level)),
                    sddl,
                    desired);
        }
    }

    @Nested
    class Privileges {

        private final AccessToken security = ALICE_TOKEN.withPrivileges(Privilege.SE_SECURITY);
        private final AccessToken takeOwnership = ALICE_TOKEN.withPrivileges(Privilege.SE_TAKE_OWNERSHIP);

        @ParameterizedTest
        @ValueSource(strings = {"", "D:NO_ACCESS_CONTROL", "D:(A;;0xffffffff;;;WD)"})
        void systemSecurity_withoutPrivilege_isNeverGranted(String sddl) {
            decided(
                    check(ALICE_TOKEN, sddl, AccessMask.ACCESS_SYSTEM_SECURITY.or(READ)),
                    STATUS_PRIVILEGE_NOT_HELD,
                    AccessCheckStep.SYSTEM_SECURITY,
                    0);
        }

        @Test
        void systemSecurity_withPrivilege_isGrantedPastTheDacl() {
            AccessCheckResult result = check(security, "D:(D;;GA;;;WD)", AccessMask.ACCESS_SYSTEM_SECURITY);
            decided(result, STATUS_SUCCESS, AccessCheckStep.SYSTEM_SECURITY, 0);
            assertThat(result.grantedAccess()).isEqualTo(AccessMask.ACCESS_SYSTEM_SECURITY);
        }

        @Test
        void systemSecurity_withPrivilegeAndOtherRight_stillNeedsTheDaclForTheOther() {
            AccessMask both = AccessMask.ACCESS_SYSTEM_SECURITY.or(READ);
            decided(check(security, "D:", both), STATUS_ACCESS_DENIED, AccessCheckStep.END_OF_DACL, 0);
            assertThat(check(security, "D:(A;;GR;;;WD)", both).grantedAccess()).isEqualTo(both);
        }

        @Test
        void systemSecurity_namedByAnEntry_isNotPartOfMaximum() {
            AccessCheckResult result = check(ALICE_TOKEN, "D:(A;;0x3000001;;;WD)", AccessMask.MAXIMUM_ALLOWED);
            assertThat(result.grantedAccess()).isEqualTo(READ);
        }

        @Test
        void writeOwner_withPrivilege_isGrantedPastADenial() {
            AccessCheckResult result = check(takeOwnership, "D:(D;;WO;;;WD)", AccessMask.WRITE_OWNER);
            decided(result, STATUS_SUCCESS, AccessCheckStep.TAKE_OWNERSHIP, 0);
        }

        @Test
        void writeOwner_withPrivilegeAndOtherRight_stillNeedsTheDaclForTheOther() {
            AccessMask both = AccessMask.WRITE_OWNER.or(READ);
            assertThat(check(takeOwnership, "D:", both).isGranted()).isFalse();
            assertThat(check(takeOwnership, "D:(D;;WO;;;WD)(A;;GR;;;WD)", both).isGranted())
                    .isTrue();
        }

        @Test
        void writeOwner_withoutPrivilege_needsTheDacl() {
            decided(
                    check(ALICE_TOKEN, "D:", AccessMask.WRITE_OWNER),
                    STATUS_ACCESS_DENIED,
                    AccessCheckStep.END_OF_DACL,
                    0);
            assertThat(check(ALICE_TOKEN, "D:(A;;WO;;;WD)", AccessMask.WRITE_OWNER)
                            .isGranted())
                    .isTrue();
        }
    }

    @Nested
    class MandatoryLabel {

        private final AccessToken low = ALICE_TOKEN.withIntegrity(IntegrityLevel.LOW);

        @ParameterizedTest
        @CsvSource({
            "LOW, ME, NW, 0x1, true",
            "LOW, ME, NW, 0x2, false",
            "LOW, ME, NR, 0x1, false",
            "LOW, ME, NR, 0x2, true",
            "LOW, ME, NX, 0x100000, false",
            "LOW, ME, NX, 0x3, true",
            "LOW, ME, NWNRNX, 0x1, false",
            "LOW, LW, NWNRNX, 0x3, true",
            "MEDIUM, ME, NWNRNX, 0x3, true",
            "MEDIUM, MP, NW, 0x2, false",
            "MEDIUM, HI, NW, 0x2, false",
            "HIGH, HI, NW, 0x2, true",
            "HIGH, SI, NW, 0x2, false",
            "SYSTEM, SI, NW, 0x2, true",
            "UNTRUSTED, LW, NW, 0x2, false",
        })
        void label_levelAndPolicy_decideWhatIsLeft(
                IntegrityLevel level, String label, String policy, String desired, boolean granted) {
            AccessCheckResult result = check(
                    ALICE_TOKEN.withIntegrity(level),
                    "D:(A;;GA;;;WD)S:(AU;SA;GA;;;WD)(ML;;" + policy + ";;;" + label + ")",
                    new AccessMask(Integer.decode(desired)));
            assertThat(result.isGranted()).as("%s", result).isEqualTo(granted);
            if (!granted) {
                decided(result, STATUS_ACCESS_DENIED, AccessCheckStep.MANDATORY_LABEL, 2);
            }
        }

        @Test
        void objectWithoutLabel_countsAsMediumWithNoWriteUp() {
            decided(check(low, "", WRITE), STATUS_ACCESS_DENIED, AccessCheckStep.MANDATORY_LABEL, 0);
            assertThat(check(low, "", READ).isGranted()).isTrue();
        }

        @Test
        void label_inheritOnly_isIgnored() {
            assertThat(check(ALICE_TOKEN, "S:(ML;CIIO;NW;;;SI)", WRITE).isGranted())
                    .isTrue();
        }

        @Test
        void writeOwner_withRelabelPrivilege_isLeftByTheLabel() {
            AccessToken relabel = low.withPrivileges(Privilege.SE_RELABEL);
            assertThat(check(relabel, "D:(A;;WO;;;WD)", AccessMask.WRITE_OWNER).isGranted())
                    .isTrue();
            assertThat(check(low, "D:(A;;WO;;;WD)", AccessMask.WRITE_OWNER).isGranted())
                    .isFalse();
        }

        @Test
        void maximumAllowed_lowSubject_isCutByTheLabel() {
            assertThat(check(low, "D:(A;;GA;;;WD)", AccessMask.MAXIMUM_ALLOWED).grantedAccess())
                    .isEqualTo(MAPPING.read().or(MAPPING.execute()));
            assertThat(check(low, "", AccessMask.MAXIMUM_ALLOWED).grantedAccess())
                    .isEqualTo(MAPPING.read().or(MAPPING.execute()));
        }
    }

    @Nested
    class NoDacl {

        @ParameterizedTest
        @CsvSource({"'', true, no DACL", "D:NO_ACCESS_CONTROL, true, a NULL DACL", "D:, false, no entry"})
        void absentNullAndEmpty_allRights_areKeptApart(String sddl, boolean granted, String reason) {
            AccessCheckResult result = check(ALICE_TOKEN, sddl, MAPPING.all());
            assertThat(result.isGranted()).isEqualTo(granted);
            assertThat(result.step()).isEqualTo(granted ? AccessCheckStep.NO_DACL : AccessCheckStep.END_OF_DACL);
            assertThat(result.reason()).startsWith(reason);
        }

        @Test
        void maximumAllowed_noDacl_isEverything() {
            assertThat(check(ALICE_TOKEN, "", AccessMask.MAXIMUM_ALLOWED).grantedAccess())
                    .isEqualTo(MAPPING.all());
        }
    }

    @Nested
    class Owner {

        private static final String OWNED = "O:S-1-5-21-1-2-3-1001";

        @ParameterizedTest
        @CsvSource({"RC, true", "WD, true", "RCWD, true", "WO, false", "SD, false", "RC0x1, false", "0x1, false"})
        void owner_emptyDacl_hasReadControlAndWriteDacOnly(String rights, boolean granted) {
            AccessMask desired = rights.equals("RC0x1")
                    ? AccessMask.READ_CONTROL.or(READ)
                    : SddlRights.parse(new SddlScanner(rights));
            AccessCheckResult result = check(ALICE_TOKEN, OWNED + "D:", desired);
            assertThat(result.isGranted()).isEqualTo(granted);
            assertThat(result.step()).isEqualTo(granted ? AccessCheckStep.OWNER : AccessCheckStep.END_OF_DACL);
        }

        @Test
        void owner_denial_doesNotReachTheImplicitRights() {
            assertThat(check(ALICE_TOKEN, OWNED + "D:(D;;GA;;;WD)", AccessMask.WRITE_DAC)
                            .isGranted())
                    .isTrue();
        }

        @Test
        void owner_effectiveOwnerRightsEntry_replacesTheImplicitRights() {
            String sddl = OWNED + "D:(A;;0x1;;;OW)";
            decided(check(ALICE_TOKEN, sddl, READ), STATUS_SUCCESS, AccessCheckStep.ALLOW_ACE, 1);
            decided(
                    check(ALICE_TOKEN, sddl, AccessMask.READ_CONTROL),
                    STATUS_ACCESS_DENIED,
                    AccessCheckStep.END_OF_DACL,
                    0);
        }

        @Test
        void owner_inheritOnlyOwnerRightsEntry_replacesNothing() {
            assertThat(check(ALICE_TOKEN, OWNED + "D:(A;CIIO;0x1;;;OW)", AccessMask.READ_CONTROL)
                            .isGranted())
                    .isTrue();
        }

        @Test
        void owner_deniedByOwnerRightsEntry_isDenied() {
            decided(
                    check(ALICE_TOKEN, OWNED + "D:(D;;WD;;;OW)(A;;GA;;;WD)", AccessMask.WRITE_DAC),
                    STATUS_ACCESS_DENIED,
                    AccessCheckStep.DENY_ACE,
                    1);
        }

        @Test
        void ownerRightsEntry_subjectNotOwner_isSkipped() {
            assertThat(check(ALICE_TOKEN, "O:SYD:(A;;GA;;;OW)", READ).isGranted())
                    .isFalse();
            assertThat(check(ALICE_TOKEN, "D:(A;;GA;;;OW)", READ).isGranted()).isFalse();
        }

        @Test
        void owner_throughAnEnabledGroup_hasTheImplicitRights() {
            assertThat(check(ALICE_TOKEN, "O:BUD:", AccessMask.READ_CONTROL).isGranted())
                    .isTrue();
        }

        @Test
        void owner_throughADenyOnlyGroup_hasNot() {
            AccessToken filtered = ALICE_TOKEN.withGroups(TokenGroup.denyOnly(WellKnownSids.ADMINISTRATORS));
            assertThat(check(filtered, "O:BAD:", AccessMask.READ_CONTROL).isGranted())
                    .isFalse();
        }
    }

    @Nested
    class Entries {

        @ParameterizedTest
        @CsvSource({
            "D:(A;;0x3;;;BU), ALLOW_ACE, 1, true",
            "D:(A;;0x1;;;BU)(A;;0x2;;;WD), ALLOW_ACE, 2, true",
            "D:(A;;0x1;;;BU)(A;;0x2;;;BA), END_OF_DACL, 0, false",
            "D:(A;;0x1;;;BU), END_OF_DACL, 0, false",
            "D:(D;;0x2;;;WD)(A;;0x3;;;BU), DENY_ACE, 1, false",
            "D:(A;;0x3;;;BU)(D;;0x2;;;WD), ALLOW_ACE, 1, true",
            "D:(A;;0x2;;;BU)(D;;0x2;;;WD)(A;;0x1;;;WD), ALLOW_ACE, 3, true",
            "D:(A;;0x1;;;BU)(D;;0x2;;;WD)(A;;0x2;;;WD), DENY_ACE, 2, false",
            "D:(D;;0x4;;;WD)(A;;0x3;;;BU), ALLOW_ACE, 2, true",
            "D:(D;;0x3;;;BA)(A;;0x3;;;BU), ALLOW_ACE, 2, true",
            "D:(D;CIIO;0x3;;;WD)(A;;0x3;;;BU), ALLOW_ACE, 2, true",
            "D:(A;OIIO;0x3;;;WD), END_OF_DACL, 0, false",
            "D:(A;;0x3;;;BA)(D;;GA;;;BG)(D;;GA;;;BU), DENY_ACE, 3, false",
            "D:(A;;0x3;;;PS), END_OF_DACL, 0, false",
        })
        void walk_readAndWrite_isDecidedByTheEntry(String sddl, AccessCheckStep step, int number, boolean granted) {
            AccessCheckResult result = check(ALICE_TOKEN, sddl, BOTH);
            decided(result, granted ? STATUS_SUCCESS : STATUS_ACCESS_DENIED, step, number);
        }

        @ParameterizedTest
        @CsvSource({
            "A, enabled, true", "A, denyOnly, false", "A, disabled, false",
            "D, enabled, false", "D, denyOnly, false", "D, disabled, true"
        })
        void group_itsState_decidesWhichEntriesCount(String type, String state, boolean granted) {
            Sid guests = WellKnownSids.GUESTS;
            TokenGroup group = switch (state) {
                case "enabled" -> TokenGroup.enabled(guests);
                case "denyOnly" -> TokenGroup.denyOnly(guests);
                default -> TokenGroup.disabled(guests);
            };
            String rest = type.equals("D") ? "(A;;GA;;;WD)" : "";
            AccessCheckResult result = check(ALICE_TOKEN.withGroups(group), "D:(" + type + ";;GA;;;BG)" + rest, READ);
            assertThat(result.isGranted()).isEqualTo(granted);
        }

        @Test
        void user_denyOnly_countsForDenialsOnly() {
            AccessToken denyOnly = Tokens.bare(ALICE).withDenyOnlyUser();
            String alice = ALICE.toString();
            assertThat(check(denyOnly, "D:(A;;GA;;;" + alice + ")", READ).isGranted())
                    .isFalse();
            decided(
                    check(
                            denyOnly.withGroups(TokenGroup.enabled(WellKnownSids.EVERYONE)),
                            "D:(D;;GA;;;" + alice + ")(A;;GA;;;WD)",
                            READ),
                    STATUS_ACCESS_DENIED,
                    AccessCheckStep.DENY_ACE,
                    1);
        }

        @Test
        void objectEntries_withoutObjectTypeList_denyButDoNotGrant() {
            String guid = "00299570-246d-11d0-a768-00aa006e0529";
            assertThat(check(ALICE_TOKEN, "D:(OA;;GA;" + guid + ";;WD)", READ).isGranted())
                    .isFalse();
            assertThat(check(ALICE_TOKEN, "D:(OA;;GA;;" + guid + ";WD)", READ).isGranted())
                    .isTrue();
            assertThat(check(ALICE_TOKEN, "D:(OD;;GA;" + guid + ";;WD)(A;;GA;;;WD)", READ)
                            .isGranted())
                    .isFalse();
        }

        @Test
        void reason_denial_namesTheEntryWithItsText() {
            AccessToken guest = ALICE_TOKEN.withGroups(TokenGroup.enabled(WellKnownSids.GUESTS));
            AccessCheckResult result = check(guest, "D:(A;;GA;;;SY)(D;;GA;;;BG)(A;;GA;;;WD)", READ);
            assertThat(result).hasToString("STATUS_ACCESS_DENIED: ACE 2 (D;;GA;;;BG) denied 0x00000001");
            assertThat(result.trail())
                    .containsExactly(
                            "ACE 1 (A;;GA;;;SY) is about somebody who is not in the token: skipped",
                            "ACE 2 (D;;GA;;;BG) denies 0x00000001",
                            "denied: ACE 2 (D;;GA;;;BG) denied 0x00000001");
        }
    }

    @Nested
    class Restricted {

        private final AccessToken restricted = ALICE_TOKEN.restrictedTo(WellKnownSids.RESTRICTED_CODE, ALICE);

        @ParameterizedTest
        @CsvSource({
            "D:(A;;GR;;;BU)(A;;GR;;;RC), true, RESTRICTED_SIDS, 2",
            "D:(A;;GR;;;BU), false, RESTRICTED_SIDS, 0",
            "D:(A;;GR;;;RC), false, END_OF_DACL, 0",
            "D:(A;;GR;;;S-1-5-21-1-2-3-1001), true, RESTRICTED_SIDS, 1",
            "D:(A;;GR;;;BU)(D;;GR;;;RC), false, RESTRICTED_SIDS, 2",
            "D:(D;;GR;;;BU)(A;;GR;;;RC), false, DENY_ACE, 1",
        })
        void read_bothPasses_mustSucceed(String sddl, boolean granted, AccessCheckStep step, int number) {
            decided(check(restricted, sddl, READ), granted ? STATUS_SUCCESS : STATUS_ACCESS_DENIED, step, number);
        }

        @Test
        void owner_notAmongTheRestrictingSids_hasNoImplicitRights() {
            AccessToken codeOnly = ALICE_TOKEN.restrictedTo(WellKnownSids.RESTRICTED_CODE);
            String sddl = "O:" + ALICE + "D:";
            assertThat(check(codeOnly, sddl, AccessMask.READ_CONTROL).isGranted())
                    .isFalse();
            assertThat(check(restricted, sddl, AccessMask.READ_CONTROL).isGranted())
                    .isTrue();
        }

        @Test
        void maximumAllowed_bothPasses_isWhatBothGrant() {
            AccessCheckResult result = check(restricted, "D:(A;;0x3;;;BU)(A;;0x6;;;RC)", AccessMask.MAXIMUM_ALLOWED);
            assertThat(result.grantedAccess()).isEqualTo(WRITE);
        }

        @Test
        void noDacl_restrictedToken_isGranted() {
            assertThat(check(restricted, "", READ).isGranted()).isTrue();
        }
    }

    @Nested
    class Maximum {

        @ParameterizedTest
        @CsvSource({
            "D:(A;;0x1;;;WD)(A;;0x2;;;BU), 0x3",
            "D:(A;;0x1;;;WD)(D;;0x3;;;BU)(A;;0x6;;;WD), 0x5",
            "D:(D;;0x1;;;WD)(A;;0x1;;;WD)(A;;0x2;;;WD), 0x2",
            "D:(A;;GA;;;BA)(A;;GW;;;WD), 0x2",
            "O:S-1-5-21-1-2-3-1001D:(A;;0x1;;;WD), 0x60001",
            "O:S-1-5-21-1-2-3-1001D:(A;;0x1;;;OW), 0x1",
        })
        void alone_entries_accumulate(String sddl, String expected) {
            AccessCheckResult result = check(ALICE_TOKEN, sddl, AccessMask.MAXIMUM_ALLOWED);
            decided(result, STATUS_SUCCESS, AccessCheckStep.MAXIMUM_ALLOWED, 0);
            assertThat(result.grantedAccess()).isEqualTo(new AccessMask(Integer.decode(expected)));
        }

        @Test
        void alone_nothingToBeHad_isDenied() {
            decided(
                    check(ALICE_TOKEN, "D:", AccessMask.MAXIMUM_ALLOWED),
                    STATUS_ACCESS_DENIED,
                    AccessCheckStep.MAXIMUM_ALLOWED,
                    0);
        }

        @Test
        void withNamedRight_theRightMustBeAmongTheMaximum() {
            AccessMask desired = AccessMask.MAXIMUM_ALLOWED.or(WRITE);
            assertThat(check(ALICE_TOKEN, "D:(A;;0x3;;;WD)", desired).grantedAccess())
                    .isEqualTo(BOTH);
            decided(
                    check(ALICE_TOKEN, "D:(A;;0x1;;;WD)", desired),
                    STATUS_ACCESS_DENIED,
                    AccessCheckStep.END_OF_DACL,
                    0);
            decided(
                    check(ALICE_TOKEN, "D:(A;;0x1;;;WD)(D;;0x2;;;BU)(A;;0x2;;;WD)", desired),
                    STATUS_ACCESS_DENIED,
                    AccessCheckStep.DENY_ACE,
                    2);
        }

        @Test
        void withPrivilege_theRightOfThePrivilegeIsPartOfIt() {
            AccessToken token = ALICE_TOKEN.withPrivileges(Privilege.SE_SECURITY);
            AccessMask desired = AccessMask.MAXIMUM_ALLOWED.or(AccessMask.ACCESS_SYSTEM_SECURITY);
            assertThat(check(token, "D:(A;;0x1;;;WD)", desired).grantedAccess())
                    .isEqualTo(READ.or(AccessMask.ACCESS_SYSTEM_SECURITY));
        }
    }

    private static AccessCheckResult check(AccessToken token, String sddl, AccessMask desired) {
        return check(SecuritySubjectContext.of(token), sddl, desired);
    }

    private static AccessCheckResult check(SecuritySubjectContext subject, String sddl, AccessMask desired) {
        return AccessCheck.check(subject, Sddl.parse(sddl), desired, MAPPING, ProcessorMode.USER_MODE);
    }

    /** Asserts status, step and the number of the deciding entry, 0 for none. */
    private static void decided(AccessCheckResult result, NtStatus status, AccessCheckStep step, int aceNumber) {
        assertThat(result.status()).as("%s", result.trail()).isEqualTo(status);
        assertThat(result.step()).as("%s", result.trail()).isEqualTo(step);
        assertThat(result.ace().map(AceReference::number).orElse(0))
                .as("%s", result.trail())
                .isEqualTo(aceNumber);
    }
}
