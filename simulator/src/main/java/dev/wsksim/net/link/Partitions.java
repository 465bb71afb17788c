package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The partitions that divide a network now. */
public final class Partitions {

    private final Trace trace;
    private final List<Partition> partitions = new ArrayList<>();

    /** Makes a network whole. */
    public Partitions(Trace trace) {
        this.trace = trace;
    }

    /**
     * Divides the network from now on; what is on its way arrives.
     *
     * @throws IllegalArgumentException when there is a partition with this name already
     */
    public void begin(Partition partition) {
        if (isActive(partition.name())) {
            throw new IllegalArgumentException("there is a partition " + partition.name() + " already");
        }
        partitions.add(partition);
        if (trace.isActive()) {
            trace.emit(new PartitionChanged(partition.name(), partition.toString(), true));
        }
    }

    /** Ends the partition with this name; tells whether there was one. */
    public boolean heal(String name) {
        for (int i = 0; i < partitions.size(); i++) {
            Partition partition = partitions.get(i);
            if (partition.name().equals(name)) {
                partitions.remove(i);
                if (trace.isActive()) {
                    trace.emit(new PartitionChanged(name, partition.toString(), false));
                }
                return true;
            }
        }
        return false;
    }

    /** Tells whether a partition with this name divides the network now. */
    public boolean isActive(String name) {
        return partitions.stream().anyMatch(partition -> partition.name().equals(name));
    }

    /** Returns the first partition by which a packet is lost, or null. */
    @Nullable
    Partition cutting(PacketNode from, PacketNode to, Packet packet) {
        if (partitions.isEmpty() || from == to) {
            return null;
        }
        for (Partition partition : partitions) {
            if (partition.cuts(from.host(), to.host(), packet)) {
                return partition;
            }
        }
        return null;
    }
}
