package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CancelStep;
import dev.wsksim.scenario.model.CheckpointStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.DatagramStep;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.FreeIrpStep;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.HostStep;
import dev.wsksim.scenario.model.InterfaceStep;
import dev.wsksim.scenario.model.KernelAct;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.MemoryStep;
import dev.wsksim.scenario.model.OnEventStep;
import dev.wsksim.scenario.model.PartitionStep;
import dev.wsksim.scenario.model.PeerStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.ReuseIrpStep;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepVisitor;
import dev.wsksim.scenario.model.ThreadsStep;
import dev.wsksim.scenario.model.WaitStep;
import dev.wsksim.wsk.HeaderConstants;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Follows the steps in order and checks that every name in them is defined by then. */
final class StepCheck implements StepVisitor<Boolean> {
    private static final String CACHE_SD = "WSK_CACHE_SD";

    /** The parameters that are numbers or constants of the headers, alone or in a list. */
    private static final ImmutableSet<String> NUMBERS = ImmutableSet.of(
            "AddressFamily",
            "SocketType",
            "Protocol",
            "Flags",
            "ControlCode",
            "RequestType",
            "Level",
            "InputSize",
            "OutputSize",
            "WaitTimeout",
            "NameSpace",
            "SockAddrLength");

    private static final ImmutableSet<String> CODES_WITH_DESCRIPTOR =
            ImmutableSet.of(CACHE_SD, "WSK_RELEASE_SD", "SO_WSK_SECURITY");

    private final FunctionParameters functions;
    private final String driverHost;
    private final NameTable hosts;
    private final NameTable ends;
    private final NameTable processes;
    private final NameTable threads;
    private final NameTable descriptors;
    private final NameTable steps;
    private final NameTable calls;
    private final NameTable sockets;
    private final SocketAdvice socketAdvice;
    private final NameTable partitions;
    private final NameTable lists;
    private final NameTable events;
    private final NameArguments names;
    private final DataNames data;
    private final ArgumentCheck numbers;
    private final StatusCheck statuses;
    private final Problems problems;

    StepCheck(
            FunctionParameters functions,
            NameTable hosts,
            NameTable ends,
            NameTable processes,
            NameTable threads,
            NameTable descriptors,
            String driverHost,
            NameScan written,
            Problems problems) {
        this.driverHost = driverHost;
        this.functions = functions;
        this.hosts = hosts;
        this.ends = ends;
        this.processes = processes;
        this.threads = threads;
        this.descriptors = descriptors;
        this.problems = problems;
        this.steps = new NameTable("step", written, problems);
        this.calls = new NameTable("call", written, problems);
        this.socketAdvice = new SocketAdvice(functions);
        this.sockets = new NameTable("socket", written, problems, socketAdvice::hint);
        this.partitions = new NameTable("partition", written, problems);
        this.lists = new NameTable("address list", written, problems);
        this.events = new NameTable("event", written, problems);
        this.names = new NameArguments(lists, problems);
        this.data = new DataNames(written, problems);
        this.statuses = new StatusCheck(problems);
        this.numbers = new ArgumentCheck(functions, problems);
    }

    /** Returns the sockets that the steps checked so far deliver. */
    NameTable sockets() {
        return sockets;
    }

    /** Checks the steps. */
    void check(ImmutableList<Step> list) {
        announce(list);
        list.forEach(this::visit);
    }

    private void announce(ImmutableList<Step> list) {
        for (Step step : list) {
            if (step instanceof CallStep call) {
                announce(call);
            } else if (step instanceof KernelStep kernel) {
                announce(kernel);
            } else if (step instanceof OnEventStep change) {
                announce(change.script());
            }
            announce(step.inner());
        }
    }

    private void announce(KernelStep step) {
        if (step.act() instanceof KernelAct.InitializeEvent made) {
            events.announce(made.event().name(), made.event().position());
        }
    }

    private void announceInside(ImmutableList<DriverCall> calls) {
        announce(ImmutableList.copyOf(calls));
    }

    private void announce(CallStep call) {
        call.id().ifPresent(id -> calls.announce(id.name(), id.position()));
        socketAdvice.note(call);
        deliveredSocket(call).ifPresent(socket -> sockets.announce(socket.name(), socket.position()));
        cachedDescriptor(call).ifPresent(name -> descriptors.announce(name.name(), name.position()));
        NameArguments.deliveredList(call).ifPresent(name -> lists.announce(name.name(), name.position()));
        data.announce(call);
        call.onEvent().ifPresent(this::announce);
        call.irp().script().ifPresent(script -> announce(call, script));
    }

    private void announce(CallStep call, CompletionScript script) {
        announceInside(script.calls());
        again(call)
                .flatMap(one -> deliveredSocket(one).stream())
                .forEach(name -> sockets.announce(name.name(), name.position()));
    }

    /** Returns the calls that the completion routines of a call make in its place, one after the other. */
    private static Stream<CallStep> again(CallStep call) {
        boolean endless =
                call.irp().script().filter(CompletionScript::whileReceived).isPresent();
        return Stream.iterate(
                        call.again().filter(one -> !endless), Optional::isPresent, one -> one.flatMap(CallStep::again))
                .flatMap(Optional::stream);
    }

    /** Checks what a completion routine does; the names of its call are known to it. */
    private void check(CallStep call, CompletionScript script) {
        again(call).flatMap(one -> deliveredSocket(one).stream()).forEach(sockets::define);
        script.calls().forEach(this::visit);
        script.awaits().forEach(calls::require);
    }

    private void announce(EventScript script) {
        data.announce(script);
        DataNames.eachAnswer(script, answer -> {
            answer.accepted().name().ifPresent(name -> sockets.announce(name.name(), name.position()));
            answer.accepted().onEvent().ifPresent(this::announce);
            announceInside(answer.calls());
        });
    }

    /** Checks what callbacks do; what they name is known to all steps behind, which may come too early for it. */
    private void check(EventScript script) {
        DataNames.eachAnswer(script, answer -> {
            answer.accepted()
                    .name()
                    .filter(name -> !sockets.isDefined(name.name()))
                    .ifPresent(sockets::define);
            data.define(answer);
            answer.calls().forEach(this::visit);
            answer.awaits().forEach(calls::require);
            answer.accepted().onEvent().ifPresent(this::check);
        });
    }

    private void visit(Step step) {
        step.accept(this);
        step.id().ifPresent(steps::define);
    }

    /** Returns the name that a call gives to the socket that it delivers. */
    static Optional<Reference> deliveredSocket(CallStep call) {
        return call.completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .flatMap(expected -> ((CompletionExpectation.Completes) expected).socket());
    }

    private static Optional<Reference> cachedDescriptor(CallStep call) {
        return controlCode(call).equals(CACHE_SD)
                ? text(call, "OutputBuffer").map(text -> new Reference(text.text(), text.position()))
                : Optional.empty();
    }

    private static String controlCode(CallStep call) {
        return text(call, "ControlCode").map(ArgumentValue.Text::text).orElse("");
    }

    private static Optional<ArgumentValue.Text> text(CallStep call, String parameter) {
        return Optional.ofNullable(call.arguments().get(parameter))
                .filter(ArgumentValue.Text.class::isInstance)
                .map(ArgumentValue.Text.class::cast);
    }

    @Override
    public Boolean call(CallStep step) {
        step.socket().ifPresent(sockets::require);
        step.thread().ifPresent(threads::require);
        step.irp().reuseOf().ifPresent(calls::require);
        for (FunctionParameter parameter : functions.parametersOf(step.function())) {
            text(step, parameter.name()).ifPresent(value -> checkArgument(step, parameter, value));
        }
        NUMBERS.forEach(name ->
                checkWords(step, name, this::isNumber, HeaderConstants.names(), "no number and no known constant"));
        checkWords(
                step,
                "Dispatch",
                EventCallback.names()::contains,
                EventCallback.names(),
                "no member of a client dispatch table");
        names.check(step);
        numbers.check(step);
        statuses.check(step);
        data.check(step);
        step.id().ifPresent(this::defineCall);
        deliveredSocket(step).ifPresent(sockets::define);
        cachedDescriptor(step).ifPresent(descriptors::define);
        NameArguments.deliveredList(step).ifPresent(lists::define);
        step.onEvent().ifPresent(this::check);
        step.irp().script().ifPresent(script -> check(step, script));
        return true;
    }

    /** An event that is initialized again is the same name. */
    @Override
    public Boolean kernel(KernelStep step) {
        step.thread().ifPresent(threads::require);
        step.act().subject().ifPresent(event -> {
            if (!(step.act() instanceof KernelAct.InitializeEvent)) {
                events.require(event);
            } else if (!events.isDefined(event.name())) {
                events.define(event);
            }
        });
        return true;
    }

    /** The id of a call is a name among calls and among steps; only the latter table reports doubles. */
    private void defineCall(Reference id) {
        if (!calls.isDefined(id.name())) {
            calls.define(id);
        }
    }

    private boolean isNumber(String text) {
        return HeaderConstants.parse(text).isPresent();
    }

    /** Checks every word that the step gives for a parameter, alone or in a list. */
    private void checkWords(
            CallStep step, String parameter, Predicate<String> known, ImmutableList<String> words, String what) {
        ArgumentValue value = step.arguments().get(parameter);
        ImmutableList<ArgumentValue> given = value instanceof ArgumentValue.Items items
                ? items.values()
                : value instanceof ArgumentValue.Text ? ImmutableList.of(value) : ImmutableList.of();
        for (ArgumentValue word : given) {
            String text = word.toString();
            if (!known.test(text)) {
                problems.report(
                        word.position(), text.length(), "'" + text + "' is " + what, Suggestion.hint(text, words));
            }
        }
    }

    private void checkArgument(CallStep step, FunctionParameter parameter, ArgumentValue.Text value) {
        Reference name = new Reference(value.text(), value.position());
        switch (parameter.kind()) {
            case SOCKET -> sockets.require(name);
            case PROCESS -> processes.require(name);
            case THREAD -> threads.require(name);
            case SECURITY_DESCRIPTOR -> descriptors.require(name);
            case ADDRESS -> {
                if (!parameter.out()) {
                    checkAddress(value);
                }
            }
            case BUFFER -> {
                boolean descriptor =
                        parameter.name().equals("InputBuffer") && CODES_WITH_DESCRIPTOR.contains(controlCode(step));
                if (descriptor) {
                    descriptors.require(name);
                }
            }
            case INDICATION -> data.requireIndication(name);
            case INSPECT_ID -> data.requireInspection(name);
            case ADDRESS_LIST, IRP, OTHER -> {
                // Lists are checked with the names, and the runner judges the others.
            }
        }
    }

    /** Checks the host and the port of {@code host:port}; other forms of addresses are for the runner to read. */
    private void checkAddress(ArgumentValue.Text value) {
        String text = value.text();
        if (NameArguments.isEntry(text)) {
            names.requireList(value);
            return;
        }
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        if (!host.matches(ScalarTypes.NAME_PATTERN) || InetAddresses.isInetAddress(text)) {
            return;
        }
        if (!HostElement.RESERVED_NAMES.contains(host)) {
            hosts.require(new Reference(host, value.position()));
        }
        long port = colon < 0
                ? -1
                : ScalarTypes.parseNumber(text.substring(colon + 1)).orElse(-1L);
        if (port < 0 || port > 0xFFFF) {
            problems.report(
                    value.position(),
                    text.length(),
                    "'" + text + "' is no transport address",
                    "a host name or address and a port from 0 to 65535, such as server:445");
        }
    }

    @Override
    public Boolean await(AwaitStep step) {
        step.calls().forEach(calls::require);
        return true;
    }

    @Override
    public Boolean cancel(CancelStep step) {
        calls.require(step.call());
        return true;
    }

    @Override
    public Boolean wait(WaitStep step) {
        return true;
    }

    @Override
    public Boolean host(HostStep step) {
        hosts.require(step.host());
        if (step.host().name().equals(driverHost)) {
            problems.report(
                    step.host().position(),
                    driverHost.length(),
                    "the driver's own host cannot " + step.action().word() + ": the driver would "
                            + (step.action().isPause() ? "stand still" : "be gone") + " with it",
                    "let another host do it");
        }
        return true;
    }

    @Override
    public Boolean link(LinkStep step) {
        ends.require(step.from());
        ends.require(step.to());
        return true;
    }

    @Override
    public Boolean networkInterface(InterfaceStep step) {
        ends.require(step.networkInterface());
        return true;
    }

    @Override
    public Boolean partition(PartitionStep step) {
        if (step.sides().isEmpty()) {
            partitions.require(step.name());
            return true;
        }
        partitions.define(step.name());
        PartitionStep.Sides sides = step.sides().get();
        sides.senders().forEach(hosts::require);
        sides.receivers().forEach(hosts::require);
        for (Reference receiver : sides.receivers()) {
            if (sides.senders().stream().anyMatch(sender -> sender.name().equals(receiver.name()))) {
                problems.report(
                        receiver.position(),
                        receiver.name().length(),
                        "host '" + receiver + "' is on both sides of partition '" + step.name() + "'",
                        "a host always hears itself");
            }
        }
        return true;
    }

    @Override
    public Boolean peer(PeerStep step) {
        hosts.require(step.host());
        return true;
    }

    @Override
    public Boolean datagram(DatagramStep step) {
        step.act().hosts().forEach(hosts::require);
        return true;
    }

    @Override
    public Boolean checkpoint(CheckpointStep step) {
        return true;
    }

    @Override
    public Boolean freeIrp(FreeIrpStep step) {
        calls.require(step.call());
        return true;
    }

    @Override
    public Boolean reuseIrp(ReuseIrpStep step) {
        calls.require(step.call());
        return true;
    }

    @Override
    public Boolean memory(MemoryStep step) {
        data.check(step);
        return true;
    }

    @Override
    public Boolean onEvent(OnEventStep step) {
        sockets.require(step.socket());
        check(step.script());
        return true;
    }

    @Override
    public Boolean group(GroupStep step) {
        step.steps().forEach(this::visit);
        return true;
    }

    @Override
    public Boolean threads(ThreadsStep step) {
        step.lanes().forEach(lane -> {
            threads.require(lane.thread());
            lane.steps().forEach(this::visit);
        });
        return true;
    }
}
