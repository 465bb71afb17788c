package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wsksim.engine.Event;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a packet costs on its way when nobody listens to the trace. */
class LinkAllocationTest {

    private static final int PACKETS = 20_000;

    @Test
    void plainLatency_allocatesNothing() {
        assertThatNothingIsAllocated(Latency.of(SimDuration.ofMillis(1)));
    }

    @Test
    void bandwidthAndLatency_allocateNothing() {
        assertThatNothingIsAllocated(Bandwidth.of(1_000_000_000), Latency.of(SimDuration.ofMillis(1)));
    }

    private static void assertThatNothingIsAllocated(LinkCondition... conditions) {
        Traffic traffic = new Traffic(LinkConfiguration.of(conditions));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        traffic.run();
        threads.getThreadAllocatedBytes(self);
        long before = threads.getThreadAllocatedBytes(self);
        traffic.run();
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertThat(allocated).as("bytes for %d packets", PACKETS).isLessThan(PACKETS);
        assertThat(traffic.arrived).isEqualTo(2 * PACKETS);
    }

    /** A packet every 12 microseconds, which is what 1 Gbit/s can carry of 1500 bytes each. */
    private static final class Traffic implements Event, PacketNode {
        private final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
        private final NodePause pause = new NodePause(loop);
        private final Packet packet = LinkBench.packet(1, 1500);
        private final Link link;
        private int left;
        private int arrived;

        Traffic(LinkConfiguration configuration) {
            LinkEnvironment environment = LinkEnvironment.of(loop, new Trace(loop), new RandomStreams(1));
            link = new Link(environment, this, this, configuration);
        }

        void run() {
            left = PACKETS;
            loop.schedule(0, this);
            loop.run();
        }

        @Override
        public void fire() {
            link.send(packet);
            left--;
            if (left > 0) {
                loop.schedule(12_000, this);
            }
        }

        @Override
        public String name() {
            return "host";
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public NodePause pause() {
            return pause;
        }

        @Override
        public boolean owns(IpAddress address) {
            return true;
        }

        @Override
        public void receive(Packet arrival) {
            arrived++;
        }
    }
}
