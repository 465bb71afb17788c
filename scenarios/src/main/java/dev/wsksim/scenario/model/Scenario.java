package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.name.DnsScript;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One scenario, or one variant of it when the file has a matrix: everything a run needs.
 *
 * @param name what the scenario shows, in a few words
 * @param variant the matrix cell that this is
 * @param about the longer story for readers; may be empty
 * @param source the documentation pages that the expectations rest on
 * @param profile the Windows generation, when the scenario asks for one
 * @param seed the seed of all chance, when the scenario asks for one
 * @param tags words to select scenarios by
 * @param family what host names and {@code any:PORT} resolve to
 * @param hosts the virtual hosts
 * @param links the conditions of each direction between two hosts
 * @param peers what listens on the hosts
 * @param connections what hosts open without a driver
 * @param dns what the DNS knows that the driver's host asks
 * @param driver the WSK client that plays the steps; absent where scripted ends are all there is
 * @param steps what happens, in order
 * @param expect what must have been seen at the end
 * @param verifier which broken rules fail the run
 * @param decisions scripted answers to named decision points
 * @param faults the calls that fail although nothing is wrong
 * @param exceptDecisions the forced ways to complete IRPs under which the scenario is not played, each with the reason
 * @param limits when to stop a run that does not end
 * @param included the names of the files that it includes, in the order in which they were read
 * @param position where the scenario begins
 */
public record Scenario(
        String name,
        Variant variant,
        String about,
        ImmutableList<String> source,
        Optional<WindowsProfile> profile,
        OptionalLong seed,
        ImmutableList<String> tags,
        IpFamily family,
        ImmutableList<HostSpec> hosts,
        ImmutableList<LinkSpec> links,
        ImmutableList<PeerSpec> peers,
        ImmutableList<ConnectionSpec> connections,
        DnsScript dns,
        Optional<DriverSpec> driver,
        ImmutableList<Step> steps,
        Expectations expect,
        VerifierSpec verifier,
        ImmutableList<ScriptedDecision> decisions,
        ImmutableList<FaultSpec> faults,
        ImmutableMap<ForcedMode, String> exceptDecisions,
        Limits limits,
        ImmutableList<String> included,
        SourcePosition position) {

    /** Returns the name with the variant's label behind it: {@code refused [family=ipv6]}. */
    public String displayName() {
        return variant.values().isEmpty() ? name : name + " " + variant.label();
    }

    /** Returns the name of the host from which the run is looked at, in captures: the driver's, or without one the first. */
    public String observedHost() {
        return driver.map(spec -> spec.host().name())
                .orElseGet(() -> hosts.isEmpty() ? "" : hosts.get(0).name());
    }

    /** Starts a scenario in Java; all that is not set has the default of the language. */
    public static ScenarioBuilder builder(String name) {
        return new ScenarioBuilder(name);
    }
}
