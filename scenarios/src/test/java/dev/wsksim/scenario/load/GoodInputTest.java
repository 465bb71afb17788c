package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.link.Latency;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation.Completes;
import dev.wsksim.scenario.model.ConnectOutcome;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.IpFamily;
import dev.wsksim.scenario.model.LinkSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.scenario.model.TcpPeerSpec;
import dev.wsksim.scenario.model.TimeExpectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Loads the good files and compares what arrives in the model. */
class GoodInputTest {
    private static final Path GOOD = Path.of("src/test/resources/dev/wsksim/scenario/load/good");

    private static ImmutableList<Scenario> load(String name) throws IOException {
        LoadResult result = new ScenarioLoader()
                .withFiles(ScenarioFiles.seenFrom(GOOD))
                .loadText(name, Files.readString(GOOD.resolve(name)));
        assertThat(result.renderProblems()).isEmpty();
        return result.variants();
    }

    private static TcpPeerSpec tcpPeer(Scenario scenario) {
        return (TcpPeerSpec) scenario.peers().get(0);
    }

    @Test
    void matrix_ofFamilies_makesNamedVariants() throws IOException {
        assertThat(load("second-attempt.yaml"))
                .extracting(Scenario::displayName)
                .containsExactly(
                        "the second attempt succeeds [family=ipv4]", "the second attempt succeeds [family=ipv6]");
        assertThat(load("second-attempt.yaml"))
                .extracting(Scenario::family)
                .containsExactly(IpFamily.IPV4, IpFamily.IPV6);
    }

    @Test
    void call_ofSketch_keepsPlaceArgumentsAndExpectation() throws IOException {
        CallStep call = (CallStep) load("second-attempt.yaml").get(0).steps().get(0);

        assertThat(call.position()).hasToString("second-attempt.yaml:31:5");
        assertThat(call.function()).isEqualTo("WskSocketConnect");
        assertThat(call.id().map(Reference::name)).contains("first");
        assertThat(call.arguments().keySet()).containsExactly("LocalAddress", "RemoteAddress");
        assertThat(call.arguments().get("RemoteAddress")).hasToString("server:445");
        assertThat(call.returns().orElseThrow().anyOf()).containsExactly(NtStatus.STATUS_PENDING);
        Completes completes = (Completes) call.completes().orElseThrow();
        assertThat(completes.status().orElseThrow().anyOf()).containsExactly(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(completes.time().form()).isEqualTo(TimeExpectation.Form.BETWEEN);
        assertThat(completes.time().earliest()).isEqualTo(SimDuration.ofMillis(1900));
        assertThat(completes.time().latest()).isEqualTo(SimDuration.ofMillis(2100));
    }

    @Test
    void link_same_takesOverOppositeDirection() throws IOException {
        ImmutableList<LinkSpec> links = load("second-attempt.yaml").get(0).links();

        assertThat(links)
                .extracting(link -> link.from() + ">" + link.to())
                .containsExactly("client>server", "server>client");
        assertThat(links)
                .extracting(LinkSpec::configuration)
                .containsOnly(LinkConfiguration.ofLatency(SimDuration.ofMillis(5)));
        assertThat(links.get(1).position()).hasToString("second-attempt.yaml:16:3");
    }

    @Test
    void linkMapping_usesTheDocumentedOrder_whateverIsWritten() {
        assertThat(conditionsOf("{ reorder: { nth: 1, delay: 1ms }, jitter: 2ms, latency: 5ms, loss: 1%, drop: [3],"
                        + " bandwidth: 8Mbit/s, queue: 10 packets, mtu: 1400, drop-matching: { SYN: [1, 2] } }"))
                .isEqualTo("loss of [packet number 3, SYN number 1, 2];"
                        + " bandwidth 8000000 bit/s with a queue of 10 packets, tail drop; loss of [packet by 1/100];"
                        + " latency 5ms; jitter 2ms; reordering of packet number 1 by 1ms; MTU 1400");
    }

    @Test
    void linkList_keepsTheOrderWritten() {
        assertThat(conditionsOf("[latency: 5ms, loss: 1%, { latency: { normal: { mean: 9ms, deviation: 1ms } } },"
                        + " mtu: 576, { bandwidth: { rate: 1.5Mbit/s, queue: 2KiB, policy: codel } }]"))
                .isEqualTo(
                        "latency 5ms; loss of [packet by 1/100]; latency normal 9ms deviation 1ms;"
                                + " bandwidth 1500000 bit/s with a queue of 2048 bytes, CoDel target 5ms interval 100ms; MTU 576");
    }

    @Test
    void linkConditions_inTheirLongForms_sayAllOfThem() {
        assertThat(conditionsOf("[burst-loss: { good-to-bad: 1%, bad-to-good: 25% },"
                        + " { loss: { ratio: 10%, nth: [1, 4-6], matching: { flags: ACK, from: 192.0.2.10, to: 192.0.2.20,"
                        + " from-port: 1, to-port: 2, data: TRUE, sequence: 1-9, protocol: tcp } } },"
                        + " { duplicate: { every: 2, copies: 3 } }, { corrupt: { matching: FIN+ACK, kind: uncaught } },"
                        + " { opportunities: { at: [1ms, 4ms], queue: 3 packets } },"
                        + " { latency: { uniform: [1ms, 2ms], reordering: TRUE } },"
                        + " { latency: { log-normal: { mean: 1ms, deviation: 2ms } } },"
                        + " { jitter: { most: 1ms, reordering: TRUE } },"
                        + " { bandwidth: { rate: 2Gbit/s, policy: { red: { from: 5, to: 15 } } } }]"))
                .isEqualTo("burst loss 1/100 25/100 0/1 1/1; loss of [ACK from 192.0.2.10 to 192.0.2.20 from port 1 to"
                        + " port 2 with data with sequence number 1-9 number 1, 4-6 by 10/100];"
                        + " duplication of packet number divisible by 2, copies 3; corruption uncaught FIN+ACK;"
                        + " 2 delivery opportunities in 4ms with a queue of 3 packets;"
                        + " latency uniform from 1ms to 2ms with reordering; latency log-normal 1ms deviation 2ms;"
                        + " jitter 1ms with reordering; bandwidth 2000000000 bit/s with a queue of 1000 packets,"
                        + " RED from 5 to 15 at most 1/50 weight 2/1000; MTU 1500");
    }

    private static String conditionsOf(String link) {
        String text = "wsksim: 1\nname: links\nhosts:\n  a: { addresses: [192.0.2.10] }\n"
                + "  b: { addresses: [192.0.2.20] }\nlinks:\n  a -> b: " + link
                + "\nsteps:\n  - { send-udp: b:7, from: a:50000, data: x }\n";
        LoadResult result = new ScenarioLoader().loadText("links.yaml", text);
        assertThat(result.renderProblems()).isEmpty();
        return result.variants().get(0).links().get(0).configuration().describe();
    }

    @Test
    void peer_outcomes_keepTheirOrder() throws IOException {
        Scenario scenario = load("second-attempt.yaml").get(0);

        assertThat(scenario.peers().get(0).port()).isEqualTo(445);
        assertThat(tcpPeer(scenario).connect())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Refuse", "Accept");
        assertThat(((ConnectOutcome.Accept) tcpPeer(scenario).connect().get(1)).after())
                .isEqualTo(SimDuration.ofMillis(20));
    }

    @Test
    void alias_ofNoteKey_standsForItsAnchor() throws IOException {
        assertThat(load("aliases.yaml").get(0).links())
                .extracting(link -> link.from() + ">" + link.to() + " "
                        + link.configuration().conditions())
                .containsExactly("client>server [latency 1ms]", "server>client [latency 1ms]");
    }

    @Test
    void note_likeARequiredKey_isNoReplacementForIt() {
        String text = "wsksim: 1\nx-name: x\nhosts: { a: { addresses: [192.0.2.1] } }\ndriver: { host: a }\n"
                + "steps: [{ checkpoint: x, x-do: y }, { host: a, x-do: crash }]\n";
        assertThat(new ScenarioLoader().loadText("f.yaml", text).problems())
                .extracting(ScenarioProblem::message)
                .containsExactly("key 'name' is missing in a scenario", "key 'do' is missing in a host step");
    }

    @Test
    void everyKey_isRead() throws IOException {
        ImmutableList<Scenario> variants = load("everything.yaml");

        assertThat(variants)
                .extracting(s -> s.variant().label())
                .containsExactly(
                        "[outcome=refuse, port=445]",
                        "[outcome=refuse, port=1445]",
                        "[outcome={ accept: { after: 20ms } }, port=445]",
                        "[outcome={ accept: { after: 20ms } }, port=1445]");
        Scenario scenario = variants.get(3);
        assertThat(scenario.seed()).hasValue(42);
        assertThat(tcpPeer(scenario).connect().get(0)).isInstanceOf(ConnectOutcome.Accept.class);
        assertThat(scenario.hosts().get(1).routes()).contains(ImmutableList.of());
        assertThat(scenario.hosts().get(2).routes()).isEqualTo(Optional.empty());
        assertThat(scenario.hosts().get(0).files()).containsOnlyKeys("etc/hosts");
        assertThat(scenario.dns().domain()).contains("corp.example");
        assertThat(scenario.dns().names().get("www.example")).hasSize(3);
        assertThat(scenario.links().get(2).configuration().conditions()).contains(Latency.of(SimDuration.ofMillis(1)));
        assertThat(scenario.links().get(0).configuration().describe()).contains("RST+ACK number ");
        assertThat(scenario.driver()
                        .orElseThrow()
                        .threads()
                        .get(0)
                        .impersonates()
                        .orElseThrow()
                        .token()
                        .user())
                .isEqualTo("S-1-5-21-1-2-3-1001");
        assertThat(((CallStep) scenario.steps().get(2)).arguments().get("RemoteAddress"))
                .hasToString("server:1445");
        assertThat(((CallStep) scenario.steps().get(2)).irql()).hasValue(2);
        assertThat(scenario.steps().get(2).timing()).isEqualTo(new StepTiming.At(SimTime.ofNanos(10_000_000)));
        assertThat(((AwaitStep) scenario.steps().get(4)).within()).contains(SimDuration.ofSeconds(1));
        assertThat(((GroupStep) scenario.steps().get(28)).steps()).hasSize(2);
        assertThat(scenario.expect().packetsExactly()).isTrue();
        assertThat(scenario.decisions().get(0).times()).hasValue(2);
        assertThat(scenario.exceptDecisions())
                .containsOnlyKeys(ForcedMode.INLINE, ForcedMode.PENDED, ForcedMode.DISPATCH)
                .containsEntry(ForcedMode.DISPATCH, "the completion routine waits");
    }

    @Test
    void everyKeyOfLanguage_isInTheFileThatHasEveryKey() throws IOException {
        String text = Files.readString(GOOD.resolve("everything.yaml"))
                + Files.readString(GOOD.resolve("parts/everything.part.yaml"));

        for (ScenarioSchema.Element element : new ScenarioSchema().elements()) {
            for (ScenarioSchema.Key key : element.keys()) {
                boolean packets = key.name().equals("packets");
                assertThat(packets || text.contains(key.name() + ":"))
                        .as("key %s of %s", key.name(), element.name())
                        .isTrue();
            }
        }
    }
}
