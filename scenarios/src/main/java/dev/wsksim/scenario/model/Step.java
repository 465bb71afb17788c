package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** One thing that the scenario does. Steps are begun in the order of the file. */
public sealed interface Step
        permits DriverCall,
                AwaitStep,
                CancelStep,
                WaitStep,
                HostStep,
                LinkStep,
                InterfaceStep,
                PartitionStep,
                PeerStep,
                DatagramStep,
                CheckpointStep,
                FreeIrpStep,
                ReuseIrpStep,
                MemoryStep,
                OnEventStep,
                GroupStep,
                ThreadsStep {
    /** Returns the name by which later steps speak of this one. */
    Optional<Reference> id();

    /** Returns when the step is begun. */
    StepTiming timing();

    /** Returns where the step is written. */
    SourcePosition position();

    /** Returns the steps that this one consists of; none for most. */
    default ImmutableList<Step> inner() {
        return ImmutableList.of();
    }

    /** Tells whether the step is something that a driver does, and not what happens to the network. */
    default boolean needsDriver() {
        return false;
    }

    /** Calls the visitor's method for this kind of step. */
    <R> R accept(StepVisitor<R> visitor);
}
