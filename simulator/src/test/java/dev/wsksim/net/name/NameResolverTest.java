package dev.wsksim.net.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.fs.WindowsFileSystem;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.trace.TraceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NameResolverTest {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final TraceLog log = new TraceLog();
    private final WindowsFileSystem files = new WindowsFileSystem(simulation.loop());
    private final Host host =
            simulation.network().addHost(simulation.host("client", HostAddress.of(IpAddress.of("192.0.2.10"))));
    private final NameResolver resolver =
            new NameResolver(simulation.loop(), simulation.trace(), host, new NameFiles(files::etc));
    private final List<String> outcomes = new ArrayList<>();

    NameResolverTest() {
        simulation.trace().addSink(log);
    }

    private static DnsAnswer address(String text, long millis) {
        return new DnsAnswer.Addresses(
                Optional.empty(), ImmutableList.of(IpAddress.of(text)), SimDuration.ofMillis(millis));
    }

    private static DnsAnswer failed(DnsFailure failure, long millis) {
        return new DnsAnswer.Failed(failure, SimDuration.ofMillis(millis));
    }

    private static DnsScript script(String domain, ImmutableMap<String, ImmutableList<DnsAnswer>> names) {
        return new DnsScript(Optional.ofNullable(domain), names, ImmutableMap.of());
    }

    private Resolution<ResolvedHost> ask(String name) {
        return resolver.resolve(
                name,
                (found, failure) -> outcomes.add(simulation.loop().now() + " "
                        + (found == null ? failure : found.fullName() + " " + found.addresses())));
    }

    private List<String> queries() {
        return log.entries().stream()
                .filter(entry -> entry.record() instanceof DnsQuerySent)
                .map(entry -> entry.time() + " " + ((DnsQuerySent) entry.record()).question())
                .toList();
    }

    @Test
    void resolve_noAnswer_asksFiveTimesAndGivesUpAfterTenSeconds() {
        resolver.setDns(script(null, ImmutableMap.of("a.example", ImmutableList.of(failed(DnsFailure.NO_ANSWER, 0)))));
        ask("a.example");
        simulation.loop().run();
        assertThat(queries())
                .containsExactly("0s a.example", "1s a.example", "2s a.example", "4s a.example", "8s a.example");
        assertThat(outcomes).containsExactly("10s NO_ANSWER");
    }

    @Test
    void resolve_answerAtTheInstantOfAQuery_endsTheQuestionFirst() {
        resolver.setDns(script(null, ImmutableMap.of("a.example", ImmutableList.of(address("192.0.2.20", 2000)))));
        ask("a.example");
        simulation.loop().run();
        assertThat(queries()).containsExactly("0s a.example", "1s a.example");
        assertThat(outcomes).containsExactly("2s a.example [192.0.2.20]");
    }

    @Test
    void resolve_answerAtTenSecondsOrLater_countsOrComesTooLate() {
        resolver.setDns(script(
                null,
                ImmutableMap.of(
                        "last.example", ImmutableList.of(address("192.0.2.20", 10_000)),
                        "late.example", ImmutableList.of(address("192.0.2.20", 10_001)))));
        ask("last.example");
        ask("late.example");
        simulation.loop().run();
        assertThat(outcomes).containsExactly("10s last.example [192.0.2.20]", "10s NO_ANSWER");
    }

    @Test
    void resolve_severalAnswers_oneForEachQuestionAndTheLastStays() {
        resolver.setDns(script(
                null,
                ImmutableMap.of(
                        "A.example.",
                        ImmutableList.of(
                                failed(DnsFailure.NOT_READY, 0),
                                failed(DnsFailure.SERVER_FAILURE, 5),
                                address("192.0.2.20", 0)))));
        for (int i = 0; i < 4; i++) {
            ask(i % 2 == 0 ? "a.EXAMPLE" : "A.Example.");
            simulation.loop().run();
        }
        assertThat(outcomes)
                .containsExactly(
                        "0s NOT_READY",
                        "5ms SERVER_FAILURE",
                        "5ms a.EXAMPLE [192.0.2.20]",
                        "5ms A.Example [192.0.2.20]");
        assertThat(queries()).as("none while the resolver is not ready").hasSize(3);
    }

    @Test
    void resolve_singleLabel_getsTheDomain() {
        resolver.setDns(script(
                "corp.example.",
                ImmutableMap.of(
                        "files.corp.example", ImmutableList.of(address("192.0.2.20", 0)),
                        "files", ImmutableList.of(address("192.0.2.99", 0)))));
        ask("files");
        ask("files.");
        simulation.loop().run();
        assertThat(outcomes).containsExactly("0s files.corp.example [192.0.2.20]", "0s files [192.0.2.99]");
    }

    @Test
    void resolve_unknownName_isANameErrorAtOnce() {
        ask("nowhere.example");
        simulation.loop().run();
        assertThat(outcomes).containsExactly("0s NAME_ERROR");
    }

    @Test
    void cancel_beforeTheAnswer_nobodyIsToldAndNothingIsAskedAnyMore() {
        resolver.setDns(script(null, ImmutableMap.of("a.example", ImmutableList.of(failed(DnsFailure.NO_ANSWER, 0)))));
        Resolution<ResolvedHost> resolution = ask("a.example");
        simulation.loop().runUntil(SimDuration.ofMillis(1500).nanos());
        resolution.cancel();
        simulation.loop().run();
        assertThat(outcomes).isEmpty();
        assertThat(queries()).hasSize(2);
    }

    @Test
    void resolve_fileChangedBetweenQuestions_countsFromThenOn() {
        ask("files.example");
        simulation.loop().run();
        files.put("etc/hosts", "192.0.2.20 files.example");
        ask("files.example");
        files.put("etc/hosts", "192.0.2.21 client");
        ask("client");
        assertThat(outcomes)
                .containsExactly("0s NAME_ERROR", "0s files.example [192.0.2.20]", "0s client [192.0.2.21]");
    }

    @Test
    void resolveAddress_fileThenOwnThenDns() {
        resolver.setDns(new DnsScript(
                Optional.of("corp.example"),
                ImmutableMap.of(),
                ImmutableMap.of(
                        IpAddress.of("192.0.2.20"),
                        ImmutableList.of(new DnsAnswer.HostName("files.example", SimDuration.ofMillis(3))))));
        files.put("etc/hosts", "192.0.2.30 printer");
        for (String address : List.of("192.0.2.10", "127.0.0.1", "192.0.2.30", "192.0.2.40", "192.0.2.20")) {
            resolver.resolve(
                    IpAddress.of(address), (name, failure) -> outcomes.add(name == null ? failure.name() : name));
        }
        simulation.loop().run();
        assertThat(outcomes)
                .containsExactly(
                        "client.corp.example", "client.corp.example", "printer", "NAME_ERROR", "files.example");
    }

    @Test
    void relativeName_onlyInTheOwnDomain() {
        resolver.setDns(script("corp.example", ImmutableMap.of()));
        assertThat(resolver.relativeName("files.CORP.example")).isEqualTo("files");
        assertThat(resolver.relativeName("a.b.corp.example.")).isEqualTo("a.b");
        assertThat(resolver.relativeName("xcorp.example")).isEqualTo("xcorp.example");
        assertThat(resolver.relativeName("corp.example")).isEqualTo("corp.example");
        resolver.setDns(DnsScript.EMPTY);
        assertThat(resolver.relativeName("files.corp.example")).isEqualTo("files.corp.example");
    }

    @Test
    void script_withoutAnAnswer_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script(null, ImmutableMap.of("a.example", ImmutableList.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DnsAnswer.Addresses(Optional.empty(), ImmutableList.of(), SimDuration.ZERO));
    }
}
