package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallbackExpectation;
import dev.wsksim.scenario.model.ExpectedBytes;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SocketCallbacks;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the calls of event callbacks with what the scenario expects: all calls of a socket, one by one. */
final class CallbackChecks {

    private static final String AT_DISPATCH_LEVEL = "WSK_FLAG_AT_DISPATCH_LEVEL";
    private static final int LISTED = 6;

    private final ScenarioWorld world;
    private final DriverState driver;
    private final EventScripts events;
    private final FindingsLog findings;

    CallbackChecks(ScenarioWorld world, DriverState driver, EventScripts events, FindingsLog findings) {
        this.world = world;
        this.driver = driver;
        this.events = events;
        this.findings = findings;
    }

    void check(ImmutableList<SocketCallbacks> expected) {
        expected.forEach(this::check);
    }

    private void check(SocketCallbacks expected) {
        ImmutableList<SeenCallback> seen = events.seen(expected.socket());
        ImmutableList<CallbackExpectation> wanted = expected.callbacks();
        CallbackNearest nearest = new CallbackNearest(seen, findings.entries());
        SimTime previous = SimTime.START;
        for (int i = 0; i < Math.max(wanted.size(), seen.size()); i++) {
            if (i >= seen.size()) {
                missing(wanted.get(i), expected.socket(), seen, nearest);
                return;
            }
            SeenCallback actual = seen.get(i);
            if (i >= wanted.size()) {
                add(
                        expected.socket().position(),
                        "socket '" + expected.socket() + "' had one callback more",
                        wanted.isEmpty() ? "none" : "no more callbacks",
                        actual.toString(),
                        more(seen, i),
                        actual);
                return;
            }
            String which = "callback " + (i + 1) + " of socket '" + expected.socket() + "'";
            if (wanted.get(i).callback() != actual.callback()) {
                add(
                        wanted.get(i).position(),
                        which + " is another one",
                        wanted.get(i).toString(),
                        actual.toString(),
                        nearest.swapped(wanted, i),
                        actual);
                return;
            }
            compare(wanted.get(i), actual, previous, which, nearest);
            previous = actual.at();
        }
    }

    private void missing(
            CallbackExpectation wanted, Reference socket, ImmutableList<SeenCallback> seen, CallbackNearest nearest) {
        findings.addAtEnd(
                FindingKind.CALLBACKS,
                wanted.position(),
                "a callback of socket '" + socket + "' was not called",
                wanted.toString(),
                seen.isEmpty() ? "no callback was called" : listing(seen, 0),
                nearest.missing(wanted.callback(), driver.socket(socket.name())),
                seen.isEmpty()
                        ? nearest.enabling(driver.socket(socket.name()))
                        : seen.get(seen.size() - 1).entryNumber());
    }

    /** Compares one call of the callback that was expected. */
    private void compare(
            CallbackExpectation wanted, SeenCallback actual, SimTime previous, String which, CallbackNearest nearest) {
        wanted.parameters()
                .forEach(parameter ->
                        compareParameter(which, parameter.name().name(), parameter.value(), actual, nearest));
        wanted.data().ifPresent(data -> compareData(which, data, actual));
        wanted.irql().ifPresent(irql -> compareIrql(which, irql, actual));
        compareReturn(which, wanted, actual);
        TimeWindow window = TimeWindow.of(wanted.time(), previous);
        if (wanted.time().form() != TimeExpectation.Form.ANY && !window.contains(actual.at())) {
            String miss = window.isAfter(actual.at()) ? "early" : "late";
            boolean absolute = wanted.time().form() == TimeExpectation.Form.AT;
            add(
                    wanted.time().position(),
                    which + " came too " + miss,
                    wanted.time().toString(),
                    (absolute ? "at " : "after ") + actual.at().since(window.from()),
                    "it came " + window.distanceTo(actual.at()) + " too " + miss,
                    actual);
        }
    }

    private void compareParameter(
            String which, String name, ArgumentValue value, SeenCallback actual, CallbackNearest nearest) {
        if (!has(name, value, actual)) {
            add(
                    value.position(),
                    which + ": " + name + " is something else",
                    value.toString(),
                    actual.parameters().getOrDefault(name, "nothing").replace(" | ", ", "),
                    nearest.laterOne(actual, one -> has(name, value, one)),
                    actual);
        }
    }

    private boolean has(String name, ArgumentValue value, SeenCallback actual) {
        String found = actual.parameters().getOrDefault(name, "nothing");
        return name.equals("Flags")
                ? sameFlags(value, found)
                : expected(name, value).equals(found);
    }

    private static boolean sameFlags(ArgumentValue expected, String actual) {
        ImmutableSet<String> wanted = expected instanceof ArgumentValue.Items items
                ? items.values().stream().map(Object::toString).collect(ImmutableSet.toImmutableSet())
                : expected.toString().equals("0") ? ImmutableSet.of() : ImmutableSet.of(expected.toString());
        ImmutableSet<String> found = actual.equals("0")
                ? ImmutableSet.of()
                : Arrays.stream(actual.split(" \\| ", -1))
                        .filter(flag -> wanted.contains(AT_DISPATCH_LEVEL) || !flag.equals(AT_DISPATCH_LEVEL))
                        .collect(ImmutableSet.toImmutableSet());
        return wanted.equals(found);
    }

    /** Returns a value as the callback's parameter is shown: addresses resolved, names of requests as their ids. */
    private String expected(String name, ArgumentValue value) {
        if (!(value instanceof ArgumentValue.Text text)) {
            return value.toString();
        }
        if (name.endsWith("Address")) {
            try {
                return new AddressReader(world)
                        .parse(text.text(), text.position())
                        .toString();
            } catch (ArgumentProblemException notAnAddress) {
                return text.text();
            }
        }
        return name.equals("InspectID")
                ? driver.data()
                        .inspection(new Reference(text.text(), text.position()))
                        .map(Object::toString)
                        .orElse(text.text())
                : text.text();
    }

    private void compareData(String which, ImmutableList<ExpectedBytes> expected, SeenCallback actual) {
        if (expected.size() != actual.data().size()) {
            add(
                    expected.get(0).position(),
                    which + " was given another number of pieces of data",
                    Integer.toString(expected.size()),
                    Integer.toString(actual.data().size()),
                    "",
                    actual);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            ExpectedBytes wanted = expected.get(i);
            Optional<ByteComparison> difference =
                    ByteComparison.of(wanted, actual.data().get(i));
            if (difference.isPresent()) {
                ByteComparison found = difference.get();
                add(
                        wanted.position(),
                        which + " was given other data",
                        found.expected(),
                        found.actual(),
                        found.hint(),
                        actual);
            }
        }
    }

    private void compareIrql(String which, Placed<Integer> wanted, SeenCallback actual) {
        Irql irql = Irql.of(wanted.value());
        if (!irql.equals(actual.irql())) {
            add(
                    wanted.position(),
                    which + " ran at another IRQL",
                    irql.toString(),
                    actual.irql().toString(),
                    "",
                    actual);
        }
    }

    private void compareReturn(String which, CallbackExpectation wanted, SeenCallback actual) {
        String found = actual.returned().orElse("it has not returned");
        if (wanted.returns().isPresent() && !wanted.returns().get().name().equals(found)) {
            add(
                    wanted.returns().get().position(),
                    which + " returned something else",
                    wanted.returns().get().name(),
                    found,
                    "",
                    actual);
        }
    }

    /** Counts the calls that were not expected. */
    private static String more(ImmutableList<SeenCallback> seen, int from) {
        int others = seen.size() - from - 1;
        return others == 0
                ? ""
                : others + " more came after it, the last at "
                        + seen.get(seen.size() - 1).at();
    }

    private static String listing(ImmutableList<SeenCallback> seen, int from) {
        String shown = seen.stream()
                .skip(from)
                .limit(LISTED)
                .map(SeenCallback::toString)
                .collect(Collectors.joining("\n"));
        int more = seen.size() - from - LISTED;
        return shown + (more > 0 ? "\nand " + more + " more" : "");
    }

    private void add(
            SourcePosition position, String title, String expected, String actual, String hint, SeenCallback seen) {
        findings.add(FindingKind.CALLBACKS, position, title, expected, actual, hint, seen.entryNumber());
    }
}
