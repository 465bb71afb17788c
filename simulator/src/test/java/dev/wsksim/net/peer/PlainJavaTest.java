package dev.wsksim.net.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.Network;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The Java example of docs/network/peers.md. */
class PlainJavaTest {

    @Test
    void twoScriptedEnds_withoutYaml_talk() {
        Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
        Network network = simulation.network();
        Host client = network.addHost(simulation.host("client", HostAddress.of(IpAddress.of("192.0.2.10"))));
        Host server = network.addHost(simulation.host("server", HostAddress.of(IpAddress.of("192.0.2.20"))));
        network.link(client, server, LinkConfiguration.ofLatency(SimDuration.ofMillis(5)));
        network.link(server, client, LinkConfiguration.ofLatency(SimDuration.ofMillis(5)));
        SimulationLoop loop = simulation.loop();
        Trace trace = simulation.trace();

        new ScriptedPeer(
                loop, trace, server, 7, List.of(new ConnectOutcome.Accept(SimDuration.ZERO)), new Behaviour.Echo());
        List<Mismatch> mismatches = new ArrayList<>();
        Behaviour script = Behaviour.Conversation.of(
                mismatches::add,
                List.of(
                        new Act.Send(Content.text("hello")),
                        new Act.Receive(Content.text("hello"), Optional.of(SimDuration.ofMillis(10))),
                        new Act.Close(),
                        new Act.ExpectEnd(Optional.empty())));
        ScriptedClient talk = new ScriptedClient(loop, trace, client, Endpoint.of("192.0.2.20:7"), script);
        talk.connectAt(SimTime.START);
        LoopOutcome outcome = loop.run();

        assertThat(mismatches).isEmpty();
        assertThat(outcome).isEqualTo(LoopOutcome.DRAINED);
        assertThat(talk.connection().orElseThrow().bytesReceived()).isEqualTo(5);
    }
}
