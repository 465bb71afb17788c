package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.WindowsHost;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.net.Network;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.provider.RegistrationEvent;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds what is left over at the end: by a driver, or on the network of a scenario without one; each kind with a description of every instance. */
public final class LeftOvers {

    /** The rules whose violations show up as left-overs, so that one mistake is one finding. */
    private static final ImmutableMap<LeftOver, String> RULES = ImmutableMap.of(
            LeftOver.OPEN_SOCKET, "WSK-SOCKET-007",
            LeftOver.PENDING_IRP, "WSK-IRP-017",
            LeftOver.UNFREED_IRP, "WSK-IRP-017",
            LeftOver.CACHED_DESCRIPTOR, "WSK-SD-005",
            LeftOver.ADDRESS_LIST, "WSK-NAME-004",
            LeftOver.CAPTURED_NPI, "WSK-REG-004",
            LeftOver.REGISTRATION, "WSK-REG-005");

    private LeftOvers() {}

    /** Returns the id of the rule against leaving this kind of thing; empty where there is none. */
    public static Optional<String> rule(LeftOver kind) {
        return Optional.ofNullable(RULES.get(kind));
    }

    /** Tells whether the rule with this id is against leaving something. */
    static boolean isRule(String id) {
        return RULES.containsValue(id);
    }

    /**
     * Returns what a driver has left over by now.
     *
     * @param automatic whether the runner undid the registration; then its being stuck is no left-over of its own beside what it waits for
     */
    static Map<LeftOver, Left> of(DriverState driver, boolean automatic) {
        Map<LeftOver, Left> found = find(
                driver.host(),
                driver.registrations().stream().map(DriverRegistration::block).collect(ImmutableList.toImmutableList()),
                automatic,
                driver::nameOfSocket);
        String raised = driver.threads().raised();
        if (!raised.isEmpty()) {
            note(found, LeftOver.RAISED_IRQL, raised, Origins.ofRaisedIrql());
        }
        return found;
    }

    /**
     * Returns what the drivers of a host have left over by now, each kind with a description of every instance.
     *
     * @param registrations their registrations, undone or not
     * @param automatic whether the registration is undone for the driver; then its being stuck is no left-over of its own beside what it waits for
     */
    public static Map<LeftOver, String> of(
            WindowsHost host, ImmutableList<WskRegistration> registrations, boolean automatic) {
        Map<LeftOver, String> texts = new EnumMap<>(LeftOver.class);
        find(host, registrations, automatic, number -> Optional.empty())
                .forEach((kind, left) -> texts.put(kind, left.text()));
        return texts;
    }

    private static Map<LeftOver, Left> find(
            WindowsHost host,
            ImmutableList<WskRegistration> registrations,
            boolean automatic,
            IntFunction<Optional<String>> names) {
        Map<LeftOver, Left> found = new EnumMap<>(LeftOver.class);
        for (WskSocket socket : host.sockets().open()) {
            String name = names.apply(socket.number())
                    .map(given -> "socket '" + given + "' (" + socket + ")")
                    .orElse(socket.toString());
            note(found, LeftOver.OPEN_SOCKET, name + " is " + socket.state().text(), Origins.ofSocket(socket.number()));
            int kept = socket.retainedCount();
            if (kept > 0) {
                note(
                        found,
                        LeftOver.RETAINED_INDICATION,
                        kept + (kept == 1 ? " list" : " lists") + " of " + name + " kept and not released",
                        Origins.ofKeptList(socket.number()));
            }
        }
        for (Irp irp : host.io().liveIrps()) {
            boolean pending = irp.state() == IrpState.OWNED_BY_PROVIDER;
            note(found, pending ? LeftOver.PENDING_IRP : LeftOver.UNFREED_IRP, irp.standing(), Origins.ofIrp(irp));
        }
        host.names()
                .lists()
                .live()
                .forEach(list ->
                        note(found, LeftOver.ADDRESS_LIST, list.toString(), Origins.ofAddressList(list.number())));
        registrations.forEach(registration -> noteRegistration(found, registration, automatic));
        return found;
    }

    /** Returns what is open on a network by now, and what the scripted ends of its connections have not read. */
    static Map<LeftOver, Left> of(Network network, ScriptedEnds ends, ConnectionHistory history) {
        Map<LeftOver, Left> found = new EnumMap<>(LeftOver.class);
        for (Host host : network.hosts()) {
            for (TcpConnection connection : host.tcp().connections()) {
                if (connection.state() != TcpState.TIME_WAIT) {
                    note(found, LeftOver.OPEN_CONNECTION, host.name() + " " + connection, Left.Origin.UNKNOWN);
                }
            }
        }
        for (ScriptedEnds.KnownEnd end : ends.all()) {
            int unread = end.connection().readable();
            if (unread > 0 && !history.isLost(end)) {
                String name = end.host() + " " + end.connection().local() + " > "
                        + end.connection().remote();
                note(
                        found,
                        LeftOver.UNREAD_DATA,
                        name + " has " + unread + (unread == 1 ? " byte" : " bytes"),
                        Left.Origin.UNKNOWN);
            }
        }
        return found;
    }

    private static void noteRegistration(Map<LeftOver, Left> found, WskRegistration block, boolean automatic) {
        WskClient client = block.client();
        if (client != null) {
            client.securityDescriptors()
                    .live()
                    .forEach(cached -> note(
                            found,
                            LeftOver.CACHED_DESCRIPTOR,
                            cached.toString(),
                            Origins.ofDescriptor(cached.number())));
            if (client.captures() > 0) {
                note(
                        found,
                        LeftOver.CAPTURED_NPI,
                        client.captures() + " captured and not released",
                        Origins.ofRegistration(block.number(), RegistrationEvent.Change.CAPTURED));
            }
        }
        boolean stuck = block.state() == WskRegistration.State.DEREGISTERING && (!automatic || found.isEmpty());
        if (block.state() == WskRegistration.State.REGISTERED || stuck) {
            note(
                    found,
                    LeftOver.REGISTRATION,
                    stuck ? "WskDeregister has not returned" : "WskDeregister was not called",
                    Origins.ofRegistration(
                            block.number(),
                            stuck ? RegistrationEvent.Change.DEREGISTERING : RegistrationEvent.Change.REGISTERED));
        }
    }

    private static void note(Map<LeftOver, Left> found, LeftOver kind, String text, Left.Origin origin) {
        found.merge(kind, new Left(text, origin), Left::and);
    }
}
