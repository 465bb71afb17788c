package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.net.Network;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpListener;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.scenario.model.LeftOver;
import java.util.Comparator;
import java.util.Optional;

/**
 * What everything had come to at the end of a run, whenever and however it came there: two runs of a scenario that differ in when IRPs are completed
 * end in equal ones.
 *
 * @param calls the calls of the driver, in the order of the file
 * @param sockets the sockets of the driver that are not closed, the oldest first
 * @param hosts what netstat shows of each host, in the order of the scenario
 * @param leftOver what an audit of the driver finds
 */
public record FinalState(
        ImmutableList<Call> calls,
        ImmutableList<Socket> sockets,
        ImmutableList<Netstat> hosts,
        ImmutableSet<LeftOver> leftOver) {

    /** The final state of a scenario that was not played. */
    public static final FinalState NOTHING =
            new FinalState(ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableSet.of());

    /**
     * A call.
     *
     * @param line the line of its step
     * @param function the function
     * @param statuses what its IRP was completed with, each time that it was; without an IRP what the function returned
     * @param information IoStatus.Information; 0 where it is a pointer
     * @param pending whether a provider still has the IRP
     */
    public record Call(int line, String function, ImmutableList<NtStatus> statuses, long information, boolean pending) {

        private static Call of(PlayedCall call) {
            Irp irp = call.irp();
            ImmutableList<NtStatus> statuses = call.completions().stream()
                    .map(PlayedCall.Completion::status)
                    .collect(ImmutableList.toImmutableList());
            Optional<NtStatus> otherwise = irp == null
                    ? call.returnedStatus()
                    : Optional.of(irp)
                            .filter(one -> one.state() == IrpState.COMPLETED)
                            .map(Irp::status);
            return new Call(
                    call.step().position().line(),
                    call.step().function(),
                    statuses.isEmpty() ? otherwise.stream().collect(ImmutableList.toImmutableList()) : statuses,
                    call.completions().stream()
                            .filter(completion -> !completion.isPointer())
                            .mapToLong(PlayedCall.Completion::information)
                            .sum(),
                    irp != null && irp.state() == IrpState.OWNED_BY_PROVIDER);
        }
    }

    /**
     * A socket.
     *
     * @param number its number
     * @param state its state
     */
    public record Socket(int number, dev.wsksim.wsk.socket.SocketState state) {}

    /**
     * A host as netstat shows it.
     *
     * @param name the host
     * @param listeners where TCP listens
     * @param connections its TCP connections
     * @param datagrams its UDP endpoints
     */
    public record Netstat(
            String name,
            ImmutableList<Endpoint> listeners,
            ImmutableList<Connection> connections,
            ImmutableList<Endpoint> datagrams) {

        private static Netstat of(Host host) {
            return new Netstat(
                    host.name(),
                    host.tcp().listeners().stream().map(TcpListener::local).collect(ImmutableList.toImmutableList()),
                    host.tcp().connections().stream().map(Connection::of).collect(ImmutableList.toImmutableList()),
                    host.udp().endpoints().stream().map(UdpEndpoint::local).collect(ImmutableList.toImmutableList()));
        }
    }

    /**
     * One end of a TCP connection.
     *
     * @param local the local endpoint
     * @param remote the remote endpoint
     * @param state its state
     * @param receiveQueue how many bytes were not read
     * @param sendQueue how many bytes were not acknowledged
     */
    public record Connection(Endpoint local, Endpoint remote, TcpState state, int receiveQueue, int sendQueue) {

        private static Connection of(TcpConnection connection) {
            return new Connection(
                    connection.local(),
                    connection.remote(),
                    connection.state(),
                    connection.readable(),
                    connection.queuedBytes());
        }
    }

    /** Looks at what there is now. */
    static FinalState of(Optional<DriverState> driver, Network network) {
        ImmutableList<Netstat> hosts =
                network.hosts().stream().map(Netstat::of).collect(ImmutableList.toImmutableList());
        if (driver.isEmpty()) {
            return new FinalState(ImmutableList.of(), ImmutableList.of(), hosts, ImmutableSet.of());
        }
        DriverState known = driver.get();
        return new FinalState(
                known.calls().stream()
                        .map(Call::of)
                        .sorted(Comparator.comparingInt(Call::line))
                        .collect(ImmutableList.toImmutableList()),
                known.host().sockets().open().stream()
                        .map(socket -> new Socket(socket.number(), socket.state()))
                        .collect(ImmutableList.toImmutableList()),
                hosts,
                ImmutableSet.copyOf(LeftOvers.of(known, false).keySet()));
    }
}
