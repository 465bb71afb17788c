package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.wsksim.net.name.DnsScript;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds a {@link Scenario} in Java, with the defaults of the language for all that is left out. */
public final class ScenarioBuilder {
    private final String name;
    private final ImmutableList.Builder<String> source = ImmutableList.builder();
    private final ImmutableList.Builder<String> tags = ImmutableList.builder();
    private final ImmutableList.Builder<HostSpec> hosts = ImmutableList.builder();
    private final ImmutableList.Builder<LinkSpec> links = ImmutableList.builder();
    private final ImmutableList.Builder<PeerSpec> peers = ImmutableList.builder();
    private final ImmutableList.Builder<ConnectionSpec> connections = ImmutableList.builder();
    private final ImmutableList.Builder<Step> steps = ImmutableList.builder();
    private final ImmutableList.Builder<ScriptedDecision> decisions = ImmutableList.builder();
    private Variant variant = Variant.NONE;
    private String about = "";
    private Optional<WindowsProfile> profile = Optional.empty();
    private OptionalLong seed = OptionalLong.empty();
    private IpFamily family = IpFamily.IPV4;
    private DnsScript dns = DnsScript.EMPTY;
    private Optional<DriverSpec> driver = Optional.empty();
    private Expectations expect = Expectations.DEFAULT;
    private VerifierSpec verifier = VerifierSpec.DEFAULT;
    private final ImmutableList.Builder<FaultSpec> faults = ImmutableList.builder();
    private ImmutableMap<ForcedMode, String> exceptDecisions = ImmutableMap.of();
    private Limits limits = Limits.DEFAULT;
    private ImmutableList<String> included = ImmutableList.of();
    private SourcePosition position = SourcePosition.NONE;

    ScenarioBuilder(String name) {
        this.name = name;
    }

    /** Sets the matrix cell that this scenario is. */
    @CanIgnoreReturnValue
    public ScenarioBuilder variant(Variant value) {
        variant = value;
        return this;
    }

    /** Sets the story for readers. */
    @CanIgnoreReturnValue
    public ScenarioBuilder about(String value) {
        about = value;
        return this;
    }

    /** Adds documentation pages. */
    @CanIgnoreReturnValue
    public ScenarioBuilder source(Iterable<String> pages) {
        source.addAll(pages);
        return this;
    }

    /** Sets the Windows generation. */
    @CanIgnoreReturnValue
    public ScenarioBuilder profile(WindowsProfile value) {
        profile = Optional.of(value);
        return this;
    }

    /** Sets the seed of all chance. */
    @CanIgnoreReturnValue
    public ScenarioBuilder seed(long value) {
        seed = OptionalLong.of(value);
        return this;
    }

    /** Adds words to select scenarios by. */
    @CanIgnoreReturnValue
    public ScenarioBuilder tags(Iterable<String> words) {
        tags.addAll(words);
        return this;
    }

    /** Sets what host names and {@code any:PORT} resolve to. */
    @CanIgnoreReturnValue
    public ScenarioBuilder family(IpFamily value) {
        family = value;
        return this;
    }

    /** Adds hosts. */
    @CanIgnoreReturnValue
    public ScenarioBuilder hosts(Iterable<HostSpec> more) {
        hosts.addAll(more);
        return this;
    }

    /** Adds link directions. */
    @CanIgnoreReturnValue
    public ScenarioBuilder links(Iterable<LinkSpec> more) {
        links.addAll(more);
        return this;
    }

    /** Adds listening peers. */
    @CanIgnoreReturnValue
    public ScenarioBuilder peers(Iterable<PeerSpec> more) {
        peers.addAll(more);
        return this;
    }

    /** Adds connections that hosts open without a driver. */
    @CanIgnoreReturnValue
    public ScenarioBuilder connections(Iterable<ConnectionSpec> more) {
        connections.addAll(more);
        return this;
    }

    /** Sets what the DNS knows that the driver's host asks. */
    @CanIgnoreReturnValue
    public ScenarioBuilder dns(DnsScript value) {
        dns = value;
        return this;
    }

    /** Sets the WSK client; without one, no step may need it. */
    @CanIgnoreReturnValue
    public ScenarioBuilder driver(DriverSpec value) {
        driver = Optional.of(value);
        return this;
    }

    /** Adds steps. */
    @CanIgnoreReturnValue
    public ScenarioBuilder steps(Iterable<? extends Step> more) {
        steps.addAll(more);
        return this;
    }

    /** Sets the expectations of the end. */
    @CanIgnoreReturnValue
    public ScenarioBuilder expect(Expectations value) {
        expect = value;
        return this;
    }

    /** Sets which broken rules fail the run. */
    @CanIgnoreReturnValue
    public ScenarioBuilder verifier(VerifierSpec value) {
        verifier = value;
        return this;
    }

    /** Adds scripted answers. */
    @CanIgnoreReturnValue
    public ScenarioBuilder decisions(Iterable<ScriptedDecision> more) {
        decisions.addAll(more);
        return this;
    }

    /** Adds calls that fail although nothing is wrong. */
    @CanIgnoreReturnValue
    public ScenarioBuilder faults(Iterable<FaultSpec> more) {
        faults.addAll(more);
        return this;
    }

    /** Sets the forced ways to complete IRPs under which the scenario is not played, each with the reason. */
    @CanIgnoreReturnValue
    public ScenarioBuilder exceptDecisions(ImmutableMap<ForcedMode, String> reasons) {
        exceptDecisions = reasons;
        return this;
    }

    /** Sets the names of the files that the scenario includes. */
    @CanIgnoreReturnValue
    public ScenarioBuilder included(ImmutableList<String> value) {
        included = value;
        return this;
    }

    /** Sets the limits. */
    @CanIgnoreReturnValue
    public ScenarioBuilder limits(Limits value) {
        limits = value;
        return this;
    }

    /** Sets where the scenario begins in its file. */
    @CanIgnoreReturnValue
    public ScenarioBuilder position(SourcePosition value) {
        position = value;
        return this;
    }

    /** Returns the scenario. */
    public Scenario build() {
        return new Scenario(
                name,
                variant,
                about,
                source.build(),
                profile,
                seed,
                tags.build(),
                family,
                hosts.build(),
                links.build(),
                peers.build(),
                connections.build(),
                dns,
                driver,
                steps.build(),
                expect,
                verifier,
                decisions.build(),
                faults.build(),
                exceptDecisions,
                limits,
                included,
                position);
    }
}
