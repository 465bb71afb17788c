package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.engine.Decision;
import dev.wsksim.engine.SimTime;
import dev.wsksim.export.netstat.NetworkSnapshot;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.waits.WaitGraph;

/**
 * What came of playing one scenario.
 *
 * @param scenario the scenario, one variant of it where it has a matrix
 * @param seed the seed it was played with
 * @param profile the profile it was played with
 * @param verdict what the run comes to
 * @param findings what is not as it should be, in the {@linkplain FindingOrder order} in which it is told; empty for a passed run
 * @param digest the SHA-256 of the trace as 64 lower-case hexadecimal digits
 * @param endedAt the virtual time of the last event
 * @param stepsOverAt the virtual time at which the last step was over; the beginning where it never was, or there is none
 * @param events how many events fired
 * @param decisions every decision made, for replay
 * @param violations the rules that were broken, expected or not, by id
 * @param remarks what is told of rules and does not fail the run
 * @param trace the trace
 * @param snapshots the network at the instants that were asked for, in their order
 * @param finalState what everything had come to at the end
 * @param waits who waited for what where the run could not go on or something was left over; empty where nobody did
 * @param skipped why the scenario was not played; empty where it was
 */
public record ScenarioResult(
        Scenario scenario,
        long seed,
        Profile profile,
        Verdict verdict,
        ImmutableList<Finding> findings,
        String digest,
        SimTime endedAt,
        SimTime stepsOverAt,
        long events,
        ImmutableList<Decision> decisions,
        ImmutableList<String> violations,
        ImmutableList<Remark> remarks,
        ImmutableList<TraceEntry> trace,
        ImmutableList<NetworkSnapshot> snapshots,
        FinalState finalState,
        WaitGraph waits,
        String skipped) {

    /** Returns the result of a scenario that is not played, with the reason. */
    static ScenarioResult skipped(Scenario scenario, long seed, Profile profile, String reason) {
        return new ScenarioResult(
                scenario,
                seed,
                profile,
                Verdict.SKIPPED,
                ImmutableList.of(),
                new TraceDigest().hex(),
                SimTime.START,
                SimTime.START,
                0,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                FinalState.NOTHING,
                WaitGraph.EMPTY,
                reason);
    }

    /** Returns this result with other findings and remarks, and the verdict that follows from them. */
    ScenarioResult with(ImmutableList<Finding> newFindings, ImmutableList<Remark> newRemarks) {
        return new ScenarioResult(
                scenario,
                seed,
                profile,
                Verdict.of(newFindings),
                newFindings,
                digest,
                endedAt,
                stepsOverAt,
                events,
                decisions,
                violations,
                newRemarks,
                trace,
                snapshots,
                finalState,
                waits,
                skipped);
    }

    /** Returns the scenario's name with its variant. */
    public String name() {
        return scenario.displayName();
    }

    /** Returns the file that the scenario was loaded from. */
    public String file() {
        return scenario.position().file();
    }
}
