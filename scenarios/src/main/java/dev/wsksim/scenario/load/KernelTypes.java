package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.se.Privilege;
import dev.wsksim.kernel.se.Sddl;
import dev.wsksim.kernel.se.SddlException;
import dev.wsksim.kernel.se.Sid;
import dev.wsksim.scenario.model.NpiVersion;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.StatusExpectation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types of statuses, IRQLs, SIDs and other words of NT. */
final class KernelTypes {
    private static final ImmutableMap<String, Integer> IRQLS =
            ImmutableMap.of("PASSIVE_LEVEL", 0, "APC_LEVEL", 1, "DISPATCH_LEVEL", 2, "HIGH_LEVEL", 15);

    private static final int HIGHEST_IRQL = 15;

    /** All names of statuses. */
    static final ImmutableList<String> STATUSES = ImmutableList.<String>builder()
            .addAll(Arrays.stream(NtStatus.values()).map(NtStatus::name).toList())
            .addAll(NtStatus.aliases().keySet())
            .build();

    private static final ImmutableList<String> BUG_CHECKS =
            Arrays.stream(BugCheck.values()).map(BugCheck::name).collect(ImmutableList.toImmutableList());

    private static final ImmutableList<String> PRIVILEGES =
            Arrays.stream(Privilege.values()).map(Privilege::toString).collect(ImmutableList.toImmutableList());

    private static final String SID_PATTERN = "S-1-[0-9A-Fa-fx]+(-[0-9A-Fa-fx]+)*|[A-Z]{2}";
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})");

    /** A status by its name. */
    static final ScalarType<NtStatus> STATUS =
            ScalarType.words("a status such as STATUS_SUCCESS", STATUSES, KernelTypes::status);

    /** One status or several, of which one must be seen. */
    static final ValueType<StatusExpectation> STATUSES_EXPECTED = new MappedType<>(
            ListType.oneOrMore(STATUS), (statuses, node) -> new StatusExpectation(statuses, node.position()));

    /** An IRQL by name or number. */
    static final ScalarType<Integer> IRQL = ScalarType.loose(
                    "an IRQL such as DISPATCH_LEVEL", String.join("|", IRQLS.keySet()) + "|[0-9]+", KernelTypes::irql)
            .naming(IRQLS.keySet());

    /** An IRQL, or any. */
    static final ScalarType<Optional<Integer>> IRQL_OR_ANY = ScalarType.<Optional<Integer>>loose(
                    "any or an IRQL such as DISPATCH_LEVEL",
                    "any|" + String.join("|", IRQLS.keySet()) + "|[0-9]+",
                    scalar -> scalar.text().equals("any") ? Optional.empty() : Optional.of(irql(scalar)))
            .naming(IRQLS.keySet());

    /** A security identifier. */
    static final ScalarType<String> SECURITY_ID =
            ScalarType.matching("a SID such as S-1-5-18, or an SDDL alias such as BA", SID_PATTERN, KernelTypes::sid);

    /** A security descriptor in SDDL. */
    static final ScalarType<Reference> SDDL = ScalarType.matching(
            "a security descriptor in SDDL such as \"D:(A;;GA;;;WD)\"", "[\\s\\S]*", KernelTypes::descriptor);

    /** An enabled privilege by its name. */
    static final ScalarType<String> PRIVILEGE =
            ScalarType.words("a privilege such as SeTakeOwnershipPrivilege", PRIVILEGES, KernelTypes::privilege);

    /** A bug check by its name. */
    static final ScalarType<BugCheck> BUG_CHECK =
            ScalarType.words("a bug check such as IRQL_NOT_LESS_OR_EQUAL", BUG_CHECKS, KernelTypes::bugCheck);

    /** A WSK NPI version. */
    static final ScalarType<NpiVersion> NPI_VERSION =
            ScalarType.loose("an NPI version such as 1.0", VERSION.pattern(), KernelTypes::version);

    private KernelTypes() {}

    /** Reads a status by its name. */
    static NtStatus status(Node.Scalar scalar) throws BadTextException {
        return NtStatus.byName(scalar.text())
                .orElseThrow(() -> new BadTextException("unknown status " + scalar.kind(), statusHint(scalar.text())));
    }

    /** Names a status that is close, or the one whose prefix was left out. */
    private static String statusHint(String wrong) {
        String full = "STATUS_" + wrong.toUpperCase(Locale.ROOT);
        return Suggestion.hint(STATUSES.contains(full) ? full : wrong, STATUSES);
    }

    private static int irql(Node.Scalar scalar) throws BadTextException {
        Integer named = IRQLS.get(scalar.text());
        if (named != null) {
            return named;
        }
        long number = ScalarTypes.parseNumber(scalar.text()).orElse(-1L);
        if (number < 0 || number > HIGHEST_IRQL) {
            String hint = Suggestion.hint(scalar.text(), IRQLS.keySet(), "a number from 0 to 15, or one of");
            throw ScalarTypes.mismatch(scalar, "an IRQL", hint);
        }
        return (int) number;
    }

    private static String sid(Node.Scalar scalar) throws BadTextException {
        if (!scalar.text().matches("[A-Z]{2}|S-1-.*")) {
            throw ScalarTypes.mismatch(scalar, "a SID", "such as S-1-5-18 for Local System, or BA for Administrators");
        }
        try {
            Sid.parse(scalar.text());
            return scalar.text();
        } catch (SddlException e) {
            throw new BadTextException(
                    scalar.kind() + " is no SID: " + e.problem(), e.hint().orElse(""), e.position());
        }
    }

    private static Reference descriptor(Node.Scalar scalar) throws BadTextException {
        try {
            Sddl.parse(scalar.text());
        } catch (SddlException e) {
            // Legal SDDL that is not simulated is no mistake of the author; the run will say so by name.
            if (!e.isUnsupported()) {
                throw new BadTextException(
                        "this is no SDDL: " + e.problem(), e.hint().orElse(""), e.position());
            }
        }
        return new Reference(scalar.text(), scalar.position());
    }

    private static String privilege(Node.Scalar scalar) throws BadTextException {
        if (!PRIVILEGES.contains(scalar.text())) {
            String hint = Suggestion.hint(scalar.text(), PRIVILEGES, "privileges");
            throw new BadTextException("unknown privilege " + scalar.kind(), hint);
        }
        return scalar.text();
    }

    private static BugCheck bugCheck(Node.Scalar scalar) throws BadTextException {
        return BugCheck.byName(scalar.text())
                .orElseThrow(() -> new BadTextException(
                        "unknown bug check " + scalar.kind(),
                        Suggestion.hint(scalar.text(), BUG_CHECKS, "bug checks")));
    }

    private static NpiVersion version(Node.Scalar scalar) throws BadTextException {
        var matcher = VERSION.matcher(scalar.text());
        if (!matcher.matches()
                || Integer.parseInt(matcher.group(1)) > 255
                || Integer.parseInt(matcher.group(2)) > 255) {
            throw ScalarTypes.mismatch(
                    scalar, "an NPI version such as 1.0", "major and minor version, each from 0 to 255");
        }
        return new NpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
