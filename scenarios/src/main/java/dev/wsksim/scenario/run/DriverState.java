package dev.wsksim.scenario.run;

import dev.wsksim.WindowsHost;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.ProcessSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SecurityDescriptorSpec;
import dev.wsksim.scenario.model.ThreadSpec;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.UncachedSecurityDescriptor;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What the scripted driver holds while it plays: its threads and processes, registration, sockets, descriptors and calls, by the scenario's names. */
final class DriverState {

    private final WindowsHost host;
    private final Map<String, EProcess> processes = new LinkedHashMap<>();
    private final Map<String, EThread> threads = new LinkedHashMap<>();
    private final Map<String, WskSocket> sockets = new LinkedHashMap<>();
    private final Map<String, Variable<SecurityDescriptorPointer>> descriptors = new LinkedHashMap<>();
    private final Map<String, Variable<AddrInfoExW>> addressLists = new LinkedHashMap<>();
    private final Map<String, PlayedCall> calls = new LinkedHashMap<>();
    private final Map<String, DriverRegistration> registrations = new LinkedHashMap<>();
    private final Map<String, List<Consumer<PlayedCall>>> awaited = new LinkedHashMap<>();
    private final DriverData data;
    private final StepPlaces places;
    private final ThreadStates threadStates;
    private final EThread ownThread;

    DriverState(WindowsHost host, DriverSpec spec, Trace trace) throws ArgumentProblemException {
        this.host = host;
        this.data = new DriverData(host.memory());
        this.places = new StepPlaces(trace);
        this.threadStates = new ThreadStates(host.processor());
        EProcess own = process(spec.process());
        ownThread = own == host.processes().systemProcess()
                ? host.processes().systemThread()
                : host.processes().createThread(own, "driver");
        for (ProcessSpec process : spec.processes()) {
            process(process);
        }
        for (ThreadSpec thread : spec.threads()) {
            threads.put(thread.name(), thread(thread, own));
        }
        for (SecurityDescriptorSpec descriptor : spec.securityDescriptors()) {
            descriptors.put(
                    descriptor.name(),
                    new Variable<>(new UncachedSecurityDescriptor(TokenFactory.descriptor(descriptor))));
        }
    }

    private EProcess process(ProcessSpec spec) throws ArgumentProblemException {
        EProcess process = spec.equals(ProcessSpec.SYSTEM)
                ? host.processes().systemProcess()
                : host.processes().createProcess(spec.name(), TokenFactory.token(spec.token()));
        processes.put(spec.name(), process);
        return process;
    }

    private EThread thread(ThreadSpec spec, EProcess own) throws ArgumentProblemException {
        EProcess process =
                spec.process().map(name -> processes.get(name.name())).orElse(own);
        EThread thread = host.processes().createThread(process, spec.name());
        if (spec.impersonates().isPresent()) {
            thread.impersonate(TokenFactory.token(spec.impersonates().get()));
        }
        return thread;
    }

    /** Returns the driver's host. */
    WindowsHost host() {
        return host;
    }

    /** Returns the registration that a step names, or the driver's own; a new name gets a blank block. */
    DriverRegistration registration(Optional<Reference> name) {
        return registrations.computeIfAbsent(name.map(Reference::name).orElse(""), unused -> new DriverRegistration());
    }

    /** Returns the driver's own registration. */
    DriverRegistration ownRegistration() {
        return registration(Optional.empty());
    }

    /** Returns the registration with this name, if a step has used it. */
    Optional<DriverRegistration> knownRegistration(String name) {
        return Optional.ofNullable(registrations.get(name));
    }

    /** Returns all registrations, the driver's own first if it was used first. */
    Collection<DriverRegistration> registrations() {
        return registrations.values();
    }

    /** Returns the thread that a step names, or the driver's own. */
    EThread thread(Optional<Reference> name) {
        return name.map(given -> known(threads, given)).orElse(ownThread);
    }

    /** Returns what the threads are at. */
    ThreadStates threads() {
        return threadStates;
    }

    /** Returns a process by its name. */
    EProcess process(Reference name) {
        return known(processes, name);
    }

    /** Returns the variable that holds a descriptor or the pointer to a cached one; a new name gets an empty variable. */
    Variable<SecurityDescriptorPointer> descriptor(String name) {
        return descriptors.computeIfAbsent(name, unused -> new Variable<>());
    }

    /** Returns the variable for the head of an address list; a new name gets an empty variable. */
    Variable<AddrInfoExW> addressList(String name) {
        return addressLists.computeIfAbsent(name, unused -> new Variable<>());
    }

    /** Follows a list to an entry, {@code list} or {@code list[1]}; null where nothing is. Reading a freed list stops Windows. */
    @Nullable
    AddrInfoExW addressListEntry(String place) {
        Matcher entry = ArgumentReader.LIST_ENTRY.matcher(place);
        if (!entry.matches()) {
            return addressList(place).get();
        }
        AddrInfoExW head = addressList(entry.group(1)).get();
        return head == null ? null : head.at(Integer.parseInt(entry.group(2)));
    }

    /** Returns the memory of buffers, and what callbacks were given. */
    DriverData data() {
        return data;
    }

    /** Returns where it is written what the driver does inside callbacks and completion routines. */
    StepPlaces places() {
        return places;
    }

    /** Gives a delivered socket its name. */
    void nameSocket(String name, WskSocket socket) {
        sockets.put(name, socket);
    }

    /** Returns a socket, if it was delivered. */
    Optional<WskSocket> socket(String name) {
        return Optional.ofNullable(sockets.get(name));
    }

    /** Returns the name of the socket with this number, if the scenario gives it one. */
    Optional<String> nameOfSocket(int number) {
        return sockets.entrySet().stream()
                .filter(named -> named.getValue().number() == number)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the socket that a call is made on: by 'on' or by the parameter Socket. */
    WskSocket socketOf(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        arguments.isNull("Socket");
        arguments.isNull("ListenSocket");
        Reference name = call.step()
                .socket()
                .or(() -> arguments.name("Socket"))
                .or(() -> arguments.name("ListenSocket"))
                .orElseThrow(() -> new ArgumentProblemException(
                        call.step().position(),
                        "a NULL socket has no dispatch table to call through",
                        "name the socket whose table the driver calls through with 'on', beside Socket: NULL"));
        return socket(name.name()).orElseThrow(() -> MissingSocket.problem(name, calls.values()));
    }

    /** Keeps a call under its id, or under a name that nobody can write; so a callback may make the same call again. */
    void addCall(PlayedCall call) {
        String id = call.step().id().map(Reference::name).orElse("");
        boolean first = !id.isEmpty() && !calls.containsKey(id);
        calls.put(first ? id : id + "#" + calls.size(), call);
        List<Consumer<PlayedCall>> waiting = first ? awaited.remove(id) : null;
        if (waiting != null) {
            waiting.forEach(action -> action.accept(call));
        }
    }

    /** Forgets a call that could not be made. */
    void removeCall(PlayedCall call) {
        calls.values().remove(call);
    }

    /** Returns a call by its id, if it was made; one inside a callback may never be. */
    Optional<PlayedCall> madeCall(Reference id) {
        return Optional.ofNullable(calls.get(id.name()));
    }

    /** Does something with a call once it is made, maybe at once. */
    void whenMade(Reference id, Consumer<PlayedCall> action) {
        PlayedCall made = calls.get(id.name());
        if (made == null) {
            awaited.computeIfAbsent(id.name(), unused -> new ArrayList<>()).add(action);
        } else {
            action.accept(made);
        }
    }

    /** Returns all calls made so far, the first one first. */
    Collection<PlayedCall> calls() {
        return calls.values();
    }

    private static <T> T known(Map<String, T> table, Reference name) {
        T found = table.get(name.name());
        if (found == null) {
            throw new AssertionError("the loader demands that '" + name + "' exists");
        }
        return found;
    }
}
