package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallbackExpectation;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.ExpectedBytes;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SocketCallbacks;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import java.util.Optional;

/** How it is written which event callbacks must have been called. */
final class CallbackElement {
    private static final ScalarType<EventCallback> EVENT = ScalarType.words(
            "an event callback such as WskReceiveEvent", EventCallback.names(), CallbackElement::callback);

    private static final Field<EventCallback> CALLBACK =
            Field.required("event", EVENT, "The callback that must have been called.", "WskReceiveEvent");
    private static final Field<ArgumentValue> WITH = Field.optional(
            "with",
            new Parameters(),
            "not checked",
            "What its parameters must have been, by their documented names. Of Flags, WSK_FLAG_AT_DISPATCH_LEVEL is"
                    + " compared only where it is written; 'irql' says the same in all cases.",
            "{ Flags: [WSK_FLAG_ENTIRE_MESSAGE], BytesIndicated: 5 }");
    private static final ValueType<ExpectedBytes> BYTES = new MappedType<>(
            ContentElement.RECEIVED, (bytes, node) -> new ExpectedBytes(bytes.exact(), bytes.count(), node.position()));
    private static final Field<ImmutableList<ExpectedBytes>> DATA = Field.optional(
            "data",
            ListType.oneOrMore(BYTES),
            "not checked",
            "The bytes that must have been indicated; for WskReceiveFromEvent those of each datagram of the list.",
            "hello");
    private static final Field<Placed<Integer>> AT_IRQL = Field.optional(
            "irql", MappedType.placed(KernelTypes.IRQL), "not checked", "The IRQL of the call.", "DISPATCH_LEVEL");
    private static final Field<Reference> RETURNS = Field.optional(
            "returns",
            ScalarTypes.PLACED_TEXT,
            "not checked",
            "What the callback must have returned.",
            "STATUS_PENDING");

    private static final ElementType<CallbackExpectation> FULL = ElementType.of(
            "callback",
            "A call of an event callback that must have been seen.",
            ImmutableList.<Field<?>>builder()
                    .add(CALLBACK, WITH, DATA, AT_IRQL, RETURNS)
                    .addAll(TimeFields.ALL)
                    .build(),
            CallbackElement::expectation);

    private static final ListType<CallbackExpectation> LIST = ListType.ofSome(new EitherType<>(
            new MappedType<>(EVENT, (callback, node) -> inShort(callback, node.position())), FULL));

    private static final ScalarType<ImmutableList<CallbackExpectation>> NONE =
            ScalarType.words("none", ImmutableList.of("none"), scalar -> {
                if (!scalar.text().equals("none")) {
                    throw ScalarTypes.mismatch(
                            scalar, "none or a list of callbacks", "for example: [{ event: WskReceiveEvent }]");
                }
                return ImmutableList.of();
            });

    /** The callbacks of sockets. */
    static final Field<ImmutableList<SocketCallbacks>> CALLBACKS = Field.optional(
            "callbacks",
            new TableType<>(
                    ScalarTypes.NAME,
                    new EitherType<>(NONE, LIST),
                    (socket, calls, key) -> Optional.of(new SocketCallbacks(socket, calls))),
            "not checked",
            "All calls of the event callbacks of a socket, in this order and no others, or none; by the names of sockets.",
            "{ s: [{ event: WskReceiveEvent, data: hello, at: 15ms }, WskDisconnectEvent], t: none }");

    private CallbackElement() {}

    private static EventCallback callback(Node.Scalar scalar) throws BadTextException {
        return EventCallback.named(scalar.text())
                .orElseThrow(() -> ScalarTypes.mismatch(
                        scalar, "an event callback", Suggestion.hint(scalar.text(), EventCallback.names(), "one of")));
    }

    private static CallbackExpectation inShort(EventCallback callback, SourcePosition position) {
        return new CallbackExpectation(
                callback,
                ImmutableList.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TimeExpectation.ANY,
                position);
    }

    private static CallbackExpectation expectation(Bound bound) {
        EventCallback callback = bound.get(CALLBACK);
        if (bound.isWritten(DATA) && !callback.indicatesData()) {
            bound.report(DATA, callback + " is given no data", "remove 'data'");
        }
        ImmutableList<ArgumentValue.Member> members = bound.find(WITH)
                .map(value -> ((ArgumentValue.Fields) value).members())
                .orElse(ImmutableList.of());
        for (ArgumentValue.Member member : members) {
            Reference name = member.name();
            if (!callback.parameters().contains(name.name())) {
                String hint = Suggestion.hint(name.name(), callback.parameters(), "its parameters");
                String message = callback + " has no parameter '" + name + "'";
                bound.problems().report(name.position(), name.name().length(), message, hint);
            }
        }
        bound.find(RETURNS).ifPresent(returned -> checkReturned(callback, returned, bound));
        return new CallbackExpectation(
                callback,
                members,
                bound.find(DATA),
                bound.find(AT_IRQL),
                bound.find(RETURNS),
                TimeFields.read(bound),
                bound.position());
    }

    private static void checkReturned(EventCallback callback, Reference returned, Bound bound) {
        ImmutableList<String> known = callback == EventCallback.INSPECT
                ? ImmutableList.of("WskInspectAccept", "WskInspectReject", "WskInspectPend")
                : KernelTypes.STATUSES;
        if (!known.contains(returned.name())) {
            String hint = Suggestion.hint(returned.name(), known);
            bound.report(RETURNS, callback + " cannot return '" + returned + "'", hint);
        }
    }

    /** Values of parameters by their names. */
    private static final class Parameters implements ValueType<ArgumentValue> {

        @Override
        public Optional<ArgumentValue> read(Node node, Problems problems) {
            if (!(node instanceof Node.Mapping)) {
                reportMismatch(node, problems);
                return Optional.empty();
            }
            return ArgumentType.ARGUMENT.read(node, problems);
        }

        @Override
        public String label() {
            return "a mapping from a parameter name to " + ArgumentType.ARGUMENT.label();
        }

        @Override
        public ImmutableMap<String, Object> schema(Definitions definitions) {
            return ImmutableMap.of("type", "object", "additionalProperties", ArgumentType.ARGUMENT.schema(definitions));
        }
    }
}
