package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.model.AcceptedSocket;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.EventAnswer;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.event.WskInspectAction;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** How it is written what the event callbacks of a socket do: for each callback one answer, or a list of which the last one stays. */
final class EventElements {
    private static final ImmutableList<EventCallback> OF_CONNECTIONS =
            ImmutableList.of(EventCallback.RECEIVE, EventCallback.DISCONNECT, EventCallback.SEND_BACKLOG);

    private static final ImmutableSet<String> BLOCKING =
            ImmutableSet.of(WskFunction.WskCaptureProviderNPI.name(), WskFunction.WskDeregister.name());

    private static final Field<NtStatus> RETURNS = Field.optional(
            "returns",
            KernelTypes.STATUS,
            "STATUS_SUCCESS",
            "What the callback returns; what its page does not list is a violation.",
            "STATUS_PENDING");
    private static final ScalarType<WskInspectAction> ACTION = ScalarType.words(
            "WskInspectAccept, WskInspectReject or WskInspectPend",
            WskInspectAction.documented().stream().map(WskInspectAction::name).collect(ImmutableList.toImmutableList()),
            EventElements::action);
    private static final Field<WskInspectAction> INSPECTION =
            Field.optional("returns", ACTION, "WskInspectAccept", "What the callback returns.", "WskInspectPend");
    private static final Field<Integer> BYTES_ACCEPTED = Field.optional(
            "BytesAccepted",
            ScalarTypes.integer("a number of bytes", 0, Integer.MAX_VALUE),
            "not written: all bytes are accepted",
            "What is written to BytesAccepted; more than was indicated is a violation.",
            "3");
    private static final Field<Reference> INDICATION = Field.optional(
            "DataIndication",
            ScalarTypes.NAME,
            "none",
            "The name by which later steps speak of the list, to read it and for WskRelease; of a second list, it is"
                    + " taken over.",
            "first-data");
    private static final Field<Reference> INSPECT_ID = Field.optional(
            "InspectID",
            ScalarTypes.NAME,
            "none",
            "The name by which later steps speak of the connection request, for WskInspectComplete.",
            "request");
    private static final Field<Reference> ACCEPT_SOCKET = Field.optional(
            "AcceptSocket", ScalarTypes.NAME, "none", "The name that the accepted socket gets.", "accepted");
    private static final Field<ArgumentValue> ACCEPT_CONTEXT = Field.optional(
            "AcceptSocketContext",
            ArgumentType.ARGUMENT,
            "NULL; with on-event, a word",
            "What is written to AcceptSocketContext.",
            "connection");
    private static final Field<ArgumentValue> ACCEPT_DISPATCH = Field.optional(
            "AcceptSocketDispatch",
            ArgumentType.ARGUMENT,
            "the callbacks that on-event has; without it NULL",
            "The members that are not NULL of the table that is written to AcceptSocketDispatch.",
            "[WskReceiveEvent]");
    private static final Field<ImmutableList<Reference>> AWAITS = Field.optional(
            "awaits",
            ListType.oneOrMore(ScalarTypes.name("the id of a call")),
            "none",
            "Calls for whose completion the callback waits with KeWaitForSingleObject, which no callback may do.",
            "[reply]");

    private final Field<ImmutableList<DriverCall>> calls;
    private final ElementType<EventScript> ofAccepted;
    private final ElementType<EventScript> all;

    EventElements(ValueType<CallStep> call) {
        this.calls = Field.optional(
                "calls",
                ListType.ofSome(KernelElements.orCall(call)),
                "none",
                "The calls that the callback makes, in the thread and at the IRQL in which it was called; with 'thread',"
                        + " what that thread calls meanwhile on another processor.",
                "[{ call: WskRelease, on: s, with: { DataIndication: first-data } }]");
        this.ofAccepted = script(
                "accepted socket's on-event", "What the event callbacks of an accepted socket do.", OF_CONNECTIONS);
        this.all = script(
                "on-event",
                "What the event callbacks of a socket do: for each call of a callback an answer, of which the last one"
                        + " stays. A callback that is not listed accepts everything.",
                ImmutableList.copyOf(EventCallback.values()));
    }

    /** Returns the element for any socket. */
    ElementType<EventScript> script() {
        return all;
    }

    /** Returns the field of a call step, or another. */
    static Field<EventScript> field(ValueType<EventScript> type) {
        return Field.optional(
                "on-event",
                type,
                "its callbacks accept everything",
                "What the event callbacks of the delivered socket do. Where Dispatch is left out, the table has just"
                        + " these; where SocketContext is left out, it is a word.",
                "{ WskReceiveEvent: [{ returns: STATUS_PENDING, DataIndication: d }, STATUS_SUCCESS] }");
    }

    /** Returns the callbacks that a connection has. */
    static ImmutableList<EventCallback> ofConnections() {
        return OF_CONNECTIONS;
    }

    private ElementType<EventScript> script(String name, String description, ImmutableList<EventCallback> callbacks) {
        ImmutableMap<EventCallback, Field<ImmutableList<EventAnswer>>> fields =
                callbacks.stream().collect(ImmutableMap.toImmutableMap(Function.identity(), this::callback));
        return ElementType.of(name, description, ImmutableList.copyOf(fields.values()), bound -> {
            ImmutableMap.Builder<EventCallback, ImmutableList<EventAnswer>> answers = ImmutableMap.builder();
            fields.forEach((callback, field) -> bound.find(field).ifPresent(given -> answers.put(callback, given)));
            return new EventScript(answers.buildOrThrow(), bound.position());
        });
    }

    private Field<ImmutableList<EventAnswer>> callback(EventCallback callback) {
        boolean inspects = callback == EventCallback.INSPECT;
        ValueType<EventAnswer> inShort = inspects
                ? new MappedType<>(
                        ACTION,
                        (action, node) -> EventAnswer.returning(Optional.empty(), Optional.of(action), node.position()))
                : new MappedType<>(
                        KernelTypes.STATUS,
                        (status, node) ->
                                EventAnswer.returning(Optional.of(status), Optional.empty(), node.position()));
        return Field.optional(
                callback.word(),
                ListType.oneOrMore(new EitherType<>(inShort, answer(callback))),
                inspects ? "WskInspectAccept" : "STATUS_SUCCESS",
                "What " + callback.word() + " does, call by call.",
                inspects ? "[WskInspectPend, WskInspectAccept]" : "[{ calls: [] }, STATUS_SUCCESS]");
    }

    private ElementType<EventAnswer> answer(EventCallback callback) {
        ImmutableList.Builder<Field<?>> fields = ImmutableList.builder();
        Field<EventScript> onEvent = Field.optional(
                "on-event",
                new LaterType<>("the events of an accepted socket", () -> ofAccepted),
                "they accept everything",
                "What the event callbacks of the accepted socket do.",
                "{ WskReceiveEvent: STATUS_SUCCESS }");
        switch (callback) {
            case RECEIVE -> fields.add(RETURNS, BYTES_ACCEPTED, INDICATION);
            case RECEIVE_FROM -> fields.add(RETURNS, INDICATION);
            case ACCEPT -> fields.add(RETURNS, ACCEPT_SOCKET, ACCEPT_CONTEXT, ACCEPT_DISPATCH, onEvent);
            case INSPECT -> fields.add(INSPECTION, INSPECT_ID);
            case DISCONNECT, SEND_BACKLOG, ABORT -> fields.add(RETURNS);
        }
        fields.add(calls, AWAITS);
        return ElementType.of(
                "answer of " + callback.word(),
                "What one call of " + callback.word() + " does.",
                fields.build(),
                bound -> read(bound, callback, onEvent));
    }

    private EventAnswer read(Bound bound, EventCallback callback, Field<EventScript> onEvent) {
        ImmutableList<DriverCall> made = bound.get(calls, ImmutableList.of());
        made.forEach(call -> checkInside(call, "a callback", true, bound));
        Optional<Integer> accepted = bound.find(BYTES_ACCEPTED);
        return new EventAnswer(
                callback == EventCallback.INSPECT ? Optional.empty() : bound.find(RETURNS),
                callback == EventCallback.INSPECT ? bound.find(INSPECTION) : Optional.empty(),
                accepted.isPresent() ? OptionalLong.of(accepted.get()) : OptionalLong.empty(),
                bound.find(INDICATION),
                bound.find(INSPECT_ID),
                new AcceptedSocket(
                        bound.find(ACCEPT_SOCKET),
                        bound.find(ACCEPT_CONTEXT),
                        bound.find(ACCEPT_DISPATCH),
                        bound.find(onEvent)),
                made,
                bound.get(AWAITS, ImmutableList.of()),
                bound.position());
    }

    /**
     * Refuses what a call cannot have that is made while the provider calls the driver: a time; and where it is made by
     * the driver itself a thread and an IRQL. Another thread stands for what another processor does meanwhile.
     */
    static void checkInside(DriverCall call, String inside, boolean othersToo, Bound bound) {
        boolean other = othersToo && call.thread().isPresent();
        String what = !call.timing().equals(StepTiming.NEXT)
                ? "time"
                : !other && call.thread().isPresent()
                        ? "thread"
                        : !other && irql(call).isPresent() ? "IRQL" : "";
        if (!what.isEmpty()) {
            bound.problems()
                    .report(
                            call.position(),
                            1,
                            "a call inside " + inside + " has no " + what + " of its own",
                            "it is made when the provider calls the driver, and where");
        }
        if (other && call instanceof CallStep function && BLOCKING.contains(function.function())) {
            bound.problems()
                    .report(
                            call.position(),
                            1,
                            function.function() + " may block, and the callback would wait for it",
                            "make it in a step with 'thread'");
        }
    }

    private static OptionalInt irql(DriverCall call) {
        return call instanceof CallStep function ? function.irql() : ((KernelStep) call).irql();
    }

    private static WskInspectAction action(Node.Scalar scalar) throws BadTextException {
        for (WskInspectAction action : WskInspectAction.documented()) {
            if (action.name().equals(scalar.text())) {
                return action;
            }
        }
        ImmutableList<String> names = WskInspectAction.documented().stream()
                .map(WskInspectAction::name)
                .collect(ImmutableList.toImmutableList());
        throw ScalarTypes.mismatch(
                scalar, "what WskInspectEvent returns", Suggestion.hint(scalar.text(), names, "one of"));
    }
}
