package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.engine.Decision;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.trace.TraceSink;
import dev.wsksim.verifier.Severity;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How scenarios are played.
 *
 * @param seed the seed in place of the scenario's own (which is 1 unless it says otherwise)
 * @param profile the profile in place of the scenario's own
 * @param failOn the least severity of a broken rule that fails a run, in place of the scenario's own
 * @param decisions how decisions are answered that the scenario does not script
 * @param replay the decisions to feed back when {@code decisions} is {@link DecisionMode#REPLAY}
 * @param sinks who else wants the trace; they cannot change the digest
 * @param snapshotsAt when to take snapshots of the network
 * @param cancelled asked between events; once true, the run ends as inconclusive
 */
public record RunOptions(
        OptionalLong seed,
        Optional<Profile> profile,
        Optional<Severity> failOn,
        DecisionMode decisions,
        ImmutableList<Decision> replay,
        ImmutableList<TraceSink> sinks,
        ImmutableList<SimTime> snapshotsAt,
        BooleanSupplier cancelled) {

    /** The scenario's own seed and profile, typical decisions. */
    public static final RunOptions DEFAULT = new RunOptions(
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            DecisionMode.TYPICAL,
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            () -> false);

    /** Who answers the decisions that a scenario leaves open. */
    public enum DecisionMode {
        /** As Windows typically behaves. */
        TYPICAL("typical", null),
        /** Drawn from the seed. */
        SEEDED("seeded", null),
        /** As Windows typically behaves, but every IRP is completed before its call returns, where nothing keeps it pending. */
        INLINE("inline", ForcedMode.INLINE),
        /** As Windows typically behaves, but every IRP is completed later, at PASSIVE_LEVEL. */
        PENDED("pended", ForcedMode.PENDED),
        /** As Windows typically behaves, but every IRP is completed later, at DISPATCH_LEVEL. */
        DISPATCH("dispatch", ForcedMode.DISPATCH),
        /** From the log of an earlier run. */
        REPLAY("replay", null);

        private final String label;
        private final @Nullable ForcedMode forced;

        DecisionMode(String label, @Nullable ForcedMode forced) {
            this.label = label;
            this.forced = forced;
        }

        /** Returns the name that the command line uses. */
        public String label() {
            return label;
        }

        /** Returns the way to complete IRPs that is forced, if one is. */
        public Optional<ForcedMode> forced() {
            return Optional.ofNullable(forced);
        }
    }

    /** Returns these options with a seed. */
    public RunOptions withSeed(long newSeed) {
        return new RunOptions(
                OptionalLong.of(newSeed), profile, failOn, decisions, replay, sinks, snapshotsAt, cancelled);
    }

    /** Returns these options with a profile. */
    public RunOptions withProfile(Profile newProfile) {
        return new RunOptions(seed, Optional.of(newProfile), failOn, decisions, replay, sinks, snapshotsAt, cancelled);
    }

    /** Returns these options with the least severity of a broken rule that fails a run. */
    public RunOptions withFailOn(Severity severity) {
        return new RunOptions(seed, profile, Optional.of(severity), decisions, replay, sinks, snapshotsAt, cancelled);
    }

    /** Returns these options with decisions drawn from the seed. */
    public RunOptions withSeededDecisions() {
        return new RunOptions(seed, profile, failOn, DecisionMode.SEEDED, replay, sinks, snapshotsAt, cancelled);
    }

    /** Returns these options with another way to answer decisions, which needs no log. */
    public RunOptions withDecisions(DecisionMode mode) {
        return new RunOptions(seed, profile, failOn, mode, replay, sinks, snapshotsAt, cancelled);
    }

    /** Returns these options with the decisions of an earlier run. */
    public RunOptions withReplay(ImmutableList<Decision> log) {
        return new RunOptions(seed, profile, failOn, DecisionMode.REPLAY, log, sinks, snapshotsAt, cancelled);
    }

    /** Returns these options with one more listener to the trace. */
    public RunOptions withSink(TraceSink sink) {
        ImmutableList<TraceSink> more =
                ImmutableList.<TraceSink>builder().addAll(sinks).add(sink).build();
        return new RunOptions(seed, profile, failOn, decisions, replay, more, snapshotsAt, cancelled);
    }

    /** Returns these options with snapshots of the network at these instants. */
    public RunOptions withSnapshotsAt(ImmutableList<SimTime> instants) {
        return new RunOptions(seed, profile, failOn, decisions, replay, sinks, instants, cancelled);
    }

    /** Returns these options with a way to interrupt the run. */
    public RunOptions withCancelled(BooleanSupplier newCancelled) {
        return new RunOptions(seed, profile, failOn, decisions, replay, sinks, snapshotsAt, newCancelled);
    }
}
