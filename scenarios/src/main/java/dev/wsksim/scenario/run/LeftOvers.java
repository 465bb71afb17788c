package dev.wsksim.scenario.run;

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

/** Finds what is left over at the end: by a driver, or on the network of a scenario without one; each kind with a description of every instance. */
final class LeftOvers {

    private LeftOvers() {}

    /**
     * Returns what a driver has left over by now.
     *
     * @param automatic whether the runner undid the registration; then its being stuck is no left-over of its own beside what it waits for
     */
    static Map<LeftOver, Left> of(DriverState driver, boolean automatic) {
        WindowsHost host = driver.host();
        Map<LeftOver, Left> found = new EnumMap<>(LeftOver.class);
        for (WskSocket socket : host.sockets().open()) {
            String name = driver.nameOfSocket(socket.number())
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
        driver.registrations().forEach(registration -> noteRegistration(found, registration.block(), automatic));
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
