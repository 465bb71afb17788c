package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.VerifierSpec;
import dev.wsksim.verifier.Severity;
import java.util.Arrays;

/** How it is written which broken rules fail the run. */
final class VerifierElement {
    private static final ImmutableList<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::label).collect(ImmutableList.toImmutableList());
    private static final String A_SEVERITY = "a severity";

    private static final Field<Severity> FAIL_ON = Field.optional(
            "fail-on",
            ScalarType.words(A_SEVERITY, SEVERITIES, VerifierElement::severity),
            "quality: every rule",
            "The least severity of a broken rule that fails the run: must, should or quality. Others are told and do not"
                    + " fail it.",
            "must");
    private static final Field<Reference> RULE =
            Field.required("rule", ScalarTypes.PLACED_TEXT, "The rule's id.", "WSK-SOCKET-006");
    private static final Field<String> BECAUSE = Field.required(
            "because", ScalarTypes.TEXT, "Why breaking it is accepted.", "the table is shared by all sockets");
    private static final Field<ImmutableList<VerifierSpec.RuleOff>> OFF = Field.optional(
            "off",
            ListType.oneOrMore(ElementType.of(
                    "rule that is off",
                    "A rule that does not fail the run, and why. It is checked all the same: what it finds is told, and so"
                            + " is that it finds nothing.",
                    ImmutableList.of(RULE, BECAUSE),
                    off -> new VerifierSpec.RuleOff(
                            off.get(RULE), off.get(BECAUSE).strip()))),
            "none",
            "Rules that do not fail the run, each with the reason.",
            "[{ rule: WSK-SOCKET-006, because: the table is shared by all sockets }]");

    /** The verifier section of a scenario. */
    static final ElementType<VerifierSpec> VERIFIER = ElementType.of(
            "verifier section",
            "Which broken rules fail the run. A rule that the driver has to break is written under 'expect' instead.",
            ImmutableList.of(FAIL_ON, OFF),
            verifier -> new VerifierSpec(
                    verifier.find(FAIL_ON), verifier.get(OFF, ImmutableList.of()), verifier.position()));

    private VerifierElement() {}

    private static Severity severity(Node.Scalar scalar) throws BadTextException {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.label().equals(scalar.text()))
                .findFirst()
                .orElseThrow(() -> ScalarTypes.mismatch(
                        scalar, A_SEVERITY, Suggestion.hint(scalar.text(), SEVERITIES, "severities")));
    }
}
