package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.peer.DatagramReaction;
import dev.wsksim.net.peer.ScriptedDatagramPeer;
import dev.wsksim.scenario.model.UdpPeerSpec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripted services of datagrams in a world, by host and port. */
final class DatagramPeers {

    private final Simulation simulation;
    private final Map<String, ScriptedDatagramPeer> peers = new LinkedHashMap<>();

    DatagramPeers(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Makes the service that a scenario describes. */
    void add(Host host, UdpPeerSpec spec) {
        add(
                host,
                spec.port(),
                spec.reactions().stream().map(DatagramPeers::reaction).collect(ImmutableList.toImmutableList()));
    }

    /** Makes a service. */
    ScriptedDatagramPeer add(Host host, int port, List<DatagramReaction> reactions) {
        ScriptedDatagramPeer peer =
                new ScriptedDatagramPeer(simulation.loop(), simulation.trace(), host, port, reactions);
        peers.put(key(host.name(), port), peer);
        return peer;
    }

    /** Returns the service on a host's port, if there is one. */
    Optional<ScriptedDatagramPeer> find(String host, int port) {
        return Optional.ofNullable(peers.get(key(host, port)));
    }

    private static String key(String host, int port) {
        return host + ":" + port;
    }

    private static DatagramReaction reaction(dev.wsksim.scenario.model.DatagramReaction written) {
        if (written instanceof dev.wsksim.scenario.model.DatagramReaction.Serve serve) {
            return switch (serve.service()) {
                case ECHO -> new DatagramReaction.Echo(serve.after());
                case DISCARD -> new DatagramReaction.Discard();
                case CHARGEN -> new DatagramReaction.Chargen(serve.after());
            };
        }
        if (written instanceof dev.wsksim.scenario.model.DatagramReaction.Answer answer) {
            ByteSlice data = ByteSlice.copyOf(answer.text().getBytes(StandardCharsets.UTF_8));
            return new DatagramReaction.Answer(data, answer.after());
        }
        var unreachable = (dev.wsksim.scenario.model.DatagramReaction.Unreachable) written;
        return new DatagramReaction.Unreachable(PeerOutcomes.kind(unreachable.code()), unreachable.after());
    }
}
