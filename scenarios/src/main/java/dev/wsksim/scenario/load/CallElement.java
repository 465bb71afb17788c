package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.load.FunctionParameter.Kind;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.BufferSpec;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.ContentSpec;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.IrpUse;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.scenario.model.TimeExpectation;
import java.util.Optional;
import java.util.OptionalInt;

/** How a call of a WSK function is written, and what of it the function's signature alone can refute. */
final class CallElement {
    private static final String BUFFER = "Buffer";

    private static final Field<Reference> ON = Field.optional(
            "on",
            ScalarTypes.NAME,
            "none",
            "The socket that the function is called on; the same as the parameter Socket or ListenSocket. With Socket: NULL"
                    + " beside it, only the table of this socket is used, and NULL is passed.",
            "s");
    private static final Field<Reference> THREAD =
            Field.optional("thread", ScalarTypes.NAME, "the driver's own", "The thread that makes the call.", "worker");
    private static final Field<Integer> IRQL = Field.optional(
            "irql", KernelTypes.IRQL, "PASSIVE_LEVEL", "The IRQL at which the call is made.", "DISPATCH_LEVEL");
    private static final Field<StatusExpectation> RETURNS = Field.optional(
            "returns",
            KernelTypes.STATUSES_EXPECTED,
            "not checked",
            "What the function must return, or several statuses of which one must be seen. Where the IRP is completed"
                    + " inside the call by a decision that the scenario does not script, STATUS_PENDING also stands for"
                    + " the status that the IRP was completed with.",
            "STATUS_PENDING");
    private static final Field<CompletionExpectation> COMPLETES = Field.optional(
            "completes",
            CompletionElement.COMPLETION,
            "not checked",
            "How the IRP must complete; 'never' when it stays pending to the end.",
            "{ status: STATUS_SUCCESS, after: 30ms, socket: s }");

    private static final Field<TimeExpectation> RETURNED = Field.optional(
            "returned",
            TimeFields.TIME_OR_NEVER,
            "not checked",
            "When the function must have returned, for WskDeregister and others that block; 'never' when it blocks to"
                    + " the end.",
            "{ after: 10ms }");

    private final FunctionParameters functions;
    private final ElementType<EventScript> events =
            new EventElements(new LaterType<>("a call step", this::element)).script();
    private final Field<EventScript> onEvent = EventElements.field(events);
    private final Field<IrpUse> irp;
    private final Field<String> call;
    private final Field<ImmutableList<Argument>> with = Field.optional(
            "with",
            arguments(),
            "what the runner sets for each parameter",
            "The parameters of the call by their documented names.",
            "{ LocalAddress: any:0, RemoteAddress: server:445 }");
    private final Field<ImmutableList<Argument>> outputs = Field.optional(
            "outputs",
            arguments(),
            "not checked",
            "What the call must have written through its out parameters when it is done.",
            "{ LocalAddress: 192.0.2.10:49152 }");

    CallElement(FunctionParameters functions) {
        this.functions = functions;
        LaterType<CallStep> inner = new LaterType<>("a call step", this::element);
        this.irp = Field.optional(
                "irp",
                new IrpElement(new CompletionScriptElement(inner, RETURNS, COMPLETES, outputs, CallElement::values))
                        .element(),
                "a new IRP with a completion routine",
                "How the driver makes, completes and frees the IRP, and what its completion routine does.",
                "{ completion-routine: none }");
        this.call = Field.required(
                "call",
                ScalarType.words("a WSK function", functions.functions().asList(), this::function),
                "The WSK function that the driver calls.",
                "WskSocketConnect");
    }

    /**
     * A parameter with its value.
     *
     * @param key the parameter's name
     * @param value the value
     */
    private record Argument(Node.Scalar key, ArgumentValue value) {}

    /** Returns the element for what the event callbacks of a socket do. */
    ElementType<EventScript> events() {
        return events;
    }

    /** Returns the element. */
    ElementType<CallStep> element() {
        ImmutableList<Field<?>> fields = ImmutableList.<Field<?>>builder()
                .add(call)
                .addAll(StepFields.ALL)
                .add(with, ON, THREAD, IRQL, irp, RETURNS, RETURNED, COMPLETES, outputs, onEvent)
                .build();
        return ElementType.of("call step", "The driver calls a WSK function.", fields, this::step);
    }

    private static TableType<Reference, ArgumentValue, Argument> arguments() {
        ScalarType<Reference> name = ScalarTypes.name("a parameter name");
        return new TableType<>(
                name, ArgumentType.ARGUMENT, (key, value, node) -> Optional.of(new Argument(node, value)));
    }

    private String function(Node.Scalar scalar) throws BadTextException {
        if (!functions.functions().contains(scalar.text())) {
            String hint = KernelElements.kinds().containsKey(scalar.text())
                    ? "routines of the kernel are written without 'call', such as KeSetEvent: ready"
                    : Suggestion.hint(scalar.text(), functions.functions(), "functions of this version");
            throw new BadTextException("unknown function " + scalar.kind(), hint);
        }
        return scalar.text();
    }

    private CallStep step(Bound step) {
        String function = step.get(call);
        checkParameters(function, step);
        checkSocket(function, step);
        checkIrp(function, step);
        checkBuffers(step);
        step.find(onEvent).ifPresent(script -> checkEvents(function, script, step));
        step.find(irp).flatMap(IrpUse::script).ifPresent(script -> checkRoutine(function, script, step));
        if (step.isWritten(RETURNS) && !functions.returnsStatus(function)) {
            step.report(RETURNS, function + " returns nothing", "remove 'returns'");
        }
        return new CallStep(
                StepFields.id(step),
                StepFields.timing(step),
                function,
                values(step.get(with, ImmutableList.of())),
                step.find(ON),
                step.find(THREAD),
                step.find(IRQL).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                step.get(irp, IrpUse.DEFAULT),
                step.find(RETURNS),
                step.find(RETURNED),
                step.find(COMPLETES),
                values(step.get(outputs, ImmutableList.of())),
                step.find(onEvent),
                step.position());
    }

    /** Only the routine of an IRP runs; and what its call brings again is checked like what it brings at first. */
    private void checkRoutine(String function, CompletionScript script, Bound step) {
        boolean noIrp = step.get(with, ImmutableList.of()).stream()
                .anyMatch(argument -> argument.key().text().equals("Irp"));
        if (noIrp) {
            step.report(irp, "without an IRP there is no completion routine that could make calls", "remove 'irp'");
        }
        if (script.whileReceived() && !fills(function, BUFFER)) {
            step.report(irp, function + " receives no bytes", "write 'again' as a list with one element per time");
        }
        for (CompletionScript.Again again : script.again()) {
            again.completes().ifPresent(completes -> checkCompletion(function, completes, step));
            again.outputs().forEach((name, value) -> checkOutput(function, name, value, step));
        }
    }

    private boolean fills(String function, String parameter) {
        return functions.parametersOf(function).stream()
                .anyMatch(known -> known.out() && known.name().equals(parameter));
    }

    private void checkOutput(String function, String name, ArgumentValue value, Bound step) {
        if (!fills(function, name)) {
            ImmutableList<String> outNames = names(functions.parametersOf(function).stream()
                    .filter(FunctionParameter::out)
                    .toList());
            String message = function + " has no out parameter '" + name + "'";
            String hint = Suggestion.hint(name, outNames, "its out parameters");
            step.problems().report(value.position(), value.toString().length(), message, hint);
        } else if (name.equals(BUFFER)) {
            report(step, () -> ContentSpec.of(value));
        }
    }

    /** Only what delivers a socket has callbacks to speak of; of those, WskSocket alone makes other sockets than connections. */
    private void checkEvents(String function, EventScript script, Bound step) {
        if (!functions.deliversSocket(function)) {
            step.report(
                    onEvent, function + " delivers no socket", "write 'on-event' at the call that makes the socket");
            return;
        }
        for (EventCallback callback : script.answers().keySet()) {
            if (!function.equals("WskSocket") && !EventElements.ofConnections().contains(callback)) {
                step.report(
                        onEvent,
                        "a socket of " + function + " has no " + callback,
                        "its callbacks are WskReceiveEvent, WskDisconnectEvent and WskSendBacklogEvent");
            }
        }
    }

    private void checkBuffers(Bound step) {
        for (Argument argument : step.get(with, ImmutableList.of())) {
            if (argument.key().text().equals(BUFFER) && !(argument.value() instanceof ArgumentValue.Null)) {
                report(step, () -> BufferSpec.of(argument.value()));
            }
        }
        for (Argument output : step.get(outputs, ImmutableList.of())) {
            if (output.key().text().equals(BUFFER)) {
                report(step, () -> ContentSpec.of(output.value()));
            }
        }
    }

    /** Something that reads the value of a parameter. */
    private interface Reading {
        Object read() throws ArgumentMistakeException;
    }

    private static void report(Bound step, Reading reading) {
        try {
            reading.read();
        } catch (ArgumentMistakeException mistake) {
            step.problems()
                    .report(mistake.position(), mistake.width(), String.valueOf(mistake.getMessage()), mistake.hint());
        }
    }

    private static ImmutableMap<String, ArgumentValue> values(ImmutableList<Argument> arguments) {
        return arguments.stream()
                .collect(ImmutableMap.toImmutableMap(argument -> argument.key().text(), Argument::value));
    }

    private void checkParameters(String function, Bound step) {
        ImmutableList<FunctionParameter> parameters = functions.parametersOf(function);
        ImmutableList<String> names = names(parameters);
        for (Argument argument : step.get(with, ImmutableList.of())) {
            if (!names.contains(argument.key().text())) {
                String message =
                        function + " has no parameter '" + argument.key().abridged() + "'";
                step.problems()
                        .report(
                                argument.key(),
                                message,
                                Suggestion.hint(argument.key().text(), names, "its parameters"));
            }
        }
        ImmutableList<String> outNames =
                names(parameters.stream().filter(FunctionParameter::out).toList());
        for (Argument output : step.get(outputs, ImmutableList.of())) {
            if (!outNames.contains(output.key().text())) {
                String message =
                        function + " has no out parameter '" + output.key().abridged() + "'";
                step.problems()
                        .report(
                                output.key(),
                                message,
                                Suggestion.hint(output.key().text(), outNames, "its out parameters"));
            }
        }
    }

    private static ImmutableList<String> names(Iterable<FunctionParameter> parameters) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        parameters.forEach(parameter -> names.add(parameter.name()));
        return names.build();
    }

    private boolean has(String function, Kind kind) {
        return functions.parametersOf(function).stream().anyMatch(parameter -> parameter.kind() == kind);
    }

    private boolean isSocket(String function, String name) {
        return functions.parametersOf(function).stream()
                .anyMatch(parameter ->
                        parameter.kind() == Kind.SOCKET && parameter.name().equals(name));
    }

    private void checkSocket(String function, Bound step) {
        boolean takesSocket = has(function, Kind.SOCKET);
        if (step.isWritten(ON) && !takesSocket) {
            step.report(ON, function + " is not called on a socket", "remove 'on'");
        }
        Optional<String> parameter = step.get(with, ImmutableList.of()).stream()
                .filter(argument -> isSocket(function, argument.key().text()))
                .filter(argument -> !step.isWritten(ON) || !(argument.value() instanceof ArgumentValue.Null))
                .map(argument -> argument.key().text())
                .findFirst();
        boolean twice = parameter.isPresent();
        if (step.isWritten(ON) && twice) {
            step.report(ON, "'on' and the parameter " + parameter.get() + " say the same", "keep one of them");
        }
        if (takesSocket && !step.isWritten(ON) && !twice) {
            step.report(call, function + " is called on a socket, and none is given", "name it with 'on'");
        }
    }

    private void checkIrp(String function, Bound step) {
        boolean takesIrp = has(function, Kind.IRP);
        for (Field<?> field : ImmutableList.of(irp, COMPLETES)) {
            if (!takesIrp && step.isWritten(field)) {
                step.report(field, function + " takes no IRP", "its result is what it returns; write 'returns'");
            }
        }
        for (Argument argument : step.get(with, ImmutableList.of())) {
            boolean made = argument.key().text().equals("Irp") && !(argument.value() instanceof ArgumentValue.Null);
            if (made) {
                step.problems()
                        .report(
                                argument.key(),
                                "the driver makes the IRP itself; only Irp: NULL is written here",
                                "describe it with 'irp'");
            }
        }
        step.find(COMPLETES).ifPresent(completes -> checkCompletion(function, completes, step));
    }

    private void checkCompletion(String function, CompletionExpectation expectation, Bound step) {
        if (!(expectation instanceof CompletionExpectation.Completes completes)) {
            return;
        }
        Optional<StatusExpectation> status = completes.status();
        if (status.filter(s -> s.anyOf().contains(NtStatus.STATUS_PENDING)).isPresent()) {
            SourcePosition position = status.get().position();
            String hint = "the function returns it; an IRP that stays pending is written 'completes: never'";
            step.problems().report(position, 14, "no IRP completes with STATUS_PENDING", hint);
        }
        Optional<Reference> socket = completes.socket();
        if (socket.isPresent() && !functions.deliversSocket(function)) {
            Reference name = socket.get();
            step.problems()
                    .report(name.position(), name.name().length(), function + " delivers no socket", "remove 'socket'");
        }
    }
}
