package dev.wsksim.scenario.model;

/**
 * One method per kind of step.
 *
 * @param <R> what the methods return
 */
public interface StepVisitor<R> {
    /** Handles a call of a WSK function. */
    R call(CallStep step);

    /** Handles a call of a routine of the kernel. */
    R kernel(KernelStep step);

    /** Handles a wait for completions. */
    R await(AwaitStep step);

    /** Handles a cancellation. */
    R cancel(CancelStep step);

    /** Handles a pause. */
    R wait(WaitStep step);

    /** Handles a fault of a host. */
    R host(HostStep step);

    /** Handles a fault of a link. */
    R link(LinkStep step);

    /** Handles a change of a network interface. */
    R networkInterface(InterfaceStep step);

    /** Handles a partition that begins or is healed. */
    R partition(PartitionStep step);

    /** Handles a change of a peer's behaviour. */
    R peer(PeerStep step);

    /** Handles what a scripted end does besides connections. */
    R datagram(DatagramStep step);

    /** Handles a checkpoint. */
    R checkpoint(CheckpointStep step);

    /** Handles the freeing of an IRP. */
    R freeIrp(FreeIrpStep step);

    /** Handles the reinitialization of an IRP. */
    R reuseIrp(ReuseIrpStep step);

    /** Handles what the driver does to memory. */
    R memory(MemoryStep step);

    /** Handles a change of what event callbacks do. */
    R onEvent(OnEventStep step);

    /** Handles a group of steps at one instant. */
    R group(GroupStep step);

    /** Handles threads that take steps side by side. */
    R threads(ThreadsStep step);
}
