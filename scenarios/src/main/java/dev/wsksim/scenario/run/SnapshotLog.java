package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.engine.SimTime;
import dev.wsksim.export.netstat.NetworkSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Takes snapshots of a simulation's network at the instants that are asked for. */
final class SnapshotLog {

    private final Simulation simulation;
    private final ImmutableList<SimTime> instants;
    private final List<NetworkSnapshot> taken = new ArrayList<>();

    /** Prepares to take snapshots, each when everything up to and at its instant has happened. */
    SnapshotLog(Simulation simulation, ImmutableList<SimTime> instants) {
        this.simulation = simulation;
        this.instants = ImmutableList.sortedCopyOf(instants);
        this.instants.forEach(at -> simulation.loop().lookAt(at.nanos(), () -> take(at)));
    }

    private void take(SimTime at) {
        taken.add(NetworkSnapshot.of(simulation.network(), at));
    }

    /** Returns all snapshots by their instants; those that the run did not pass show how it ended. */
    ImmutableList<NetworkSnapshot> all() {
        instants.subList(taken.size(), instants.size()).forEach(this::take);
        return ImmutableList.copyOf(taken);
    }
}
