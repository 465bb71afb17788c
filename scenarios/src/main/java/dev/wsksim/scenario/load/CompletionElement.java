package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.scenario.model.TimeExpectation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How it is written what the completion of a call's IRP must look like. */
final class CompletionElement {
    private static final String SOCKET_WORD = "socket";

    private static final Field<StatusExpectation> STATUS = Field.optional(
            "status",
            KernelTypes.STATUSES_EXPECTED,
            "not checked",
            "IoStatus.Status, or several of which one must be seen.",
            "STATUS_SUCCESS");
    private static final Field<Placed<OptionalLong>> INFORMATION = Field.optional(
            "information",
            MappedType.placed(ScalarType.loose(
                    "a number, or socket", "socket|[0-9]+|0x[0-9a-fA-F]+", CompletionElement::information)),
            "not checked",
            "IoStatus.Information, as a number, or 'socket' for a pointer to a WSK_SOCKET.",
            "0");
    private static final Field<Reference> SOCKET = Field.optional(
            SOCKET_WORD,
            ScalarTypes.NAME,
            "the socket gets no name",
            "The name that the delivered socket gets; the call must succeed for that.",
            "s");
    private static final Field<Integer> TIMES = Field.optional(
            "times",
            ScalarTypes.integer("how often the completion routine runs", 0, 100),
            "1",
            "How often the completion routine must run; more than once is a bug that a scenario may want to show.",
            "1");

    private static final ElementType<CompletionExpectation> FULL = ElementType.checked(
            "completion",
            "How the IRP of a call must complete.",
            ImmutableList.<Field<?>>builder()
                    .add(STATUS, INFORMATION, SOCKET, TIMES)
                    .addAll(TimeFields.ALL)
                    .build(),
            CompletionElement::completion);

    private static final ScalarType<Optional<NtStatus>> NEVER_OR_STATUS = ScalarType.words(
            "never or a status such as STATUS_SUCCESS",
            ImmutableList.<String>builder()
                    .add("never")
                    .addAll(KernelTypes.STATUSES)
                    .build(),
            scalar -> scalar.text().equals("never") ? Optional.empty() : Optional.of(KernelTypes.status(scalar)));

    /** The expected completion, as a word, as a list of statuses of which one must be seen, or in full. */
    static final ValueType<CompletionExpectation> COMPLETION = new FormsType<>(
            new MappedType<>(NEVER_OR_STATUS, (status, node) -> inShort(status, node.position())),
            FULL,
            new MappedType<>(
                    KernelTypes.STATUSES_EXPECTED,
                    (statuses, node) -> completes(Optional.of(statuses), node.position())));

    private CompletionElement() {}

    /** Returns an expected number; absent when it must be a socket. */
    private static OptionalLong information(Node.Scalar scalar) throws BadTextException {
        if (scalar.text().equals(SOCKET_WORD)) {
            return OptionalLong.empty();
        }
        Optional<Long> number = ScalarTypes.parseNumber(scalar.text());
        return OptionalLong.of(number.orElseThrow(
                () -> ScalarTypes.mismatch(scalar, "a number, or socket", "decimal or 0x hexadecimal")));
    }

    private static CompletionExpectation inShort(Optional<NtStatus> status, SourcePosition position) {
        return status.<CompletionExpectation>map(expected ->
                        completes(Optional.of(new StatusExpectation(ImmutableList.of(expected), position)), position))
                .orElseGet(() -> new CompletionExpectation.Never(position));
    }

    private static CompletionExpectation completes(Optional<StatusExpectation> status, SourcePosition position) {
        return new CompletionExpectation.Completes(
                status, Optional.empty(), Optional.empty(), TimeExpectation.ANY, OptionalInt.empty(), position);
    }

    private static Optional<CompletionExpectation> completion(Bound completion) {
        Optional<StatusExpectation> status = completion.find(STATUS);
        return Optional.of(new CompletionExpectation.Completes(
                status,
                completion.find(INFORMATION),
                completion.find(SOCKET),
                TimeFields.read(completion),
                completion.find(TIMES).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                completion.position()));
    }
}
