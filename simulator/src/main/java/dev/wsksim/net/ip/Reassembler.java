package dev.wsksim.net.ip;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts fragments together (RFC 791 section 3.2, RFC 815, RFC 8200 section 4.5).
 *
 * <p>A packet whose fragments overlap is thrown away with all of them, those still to come included (RFC 5722 section
 * 4; assumption for IPv4, whose RFC 791 lets the later fragment win); a fragment that comes twice is ignored. Over
 * IPv6, a fragment that is the whole packet has to do with no other (RFC 6946 section 4). Fragments
 * wait 60 seconds from the first that came (RFC 8200 section 4.5, RFC 1122 section 3.3.2). Assumption: no more than
 * {@value #MAX_PACKETS} packets are put together at a time; the oldest makes room.
 */
public final class Reassembler {

    /** How long fragments wait for the others, in nanoseconds. */
    public static final long TIMEOUT_NANOS = 60_000_000_000L;
    /** How many packets are put together at a time. */
    public static final int MAX_PACKETS = 100;

    /** The greatest length that IP can say; of IPv6 it is the payload's. */
    private static final int MAX_LENGTH = 65535;

    private static final int HEADER_BYTES_4 = 20;

    private final SimulationLoop loop;
    private final ReassemblyListener listener;
    private final Map<Key, FragmentBuffer> buffers = new LinkedHashMap<>();

    /** Makes a reassembler in which no fragment waits. */
    public Reassembler(SimulationLoop loop, ReassemblyListener listener) {
        this.loop = loop;
        this.listener = listener;
    }

    /** What the fragments of one packet have in common (RFC 791 section 3.2, RFC 8200 section 4.5). */
    private record Key(IpAddress source, IpAddress destination, int protocol, int identification) {}

    /**
     * Takes a fragment.
     *
     * @return the bytes of what the whole packet carries, if this was the last fragment that was missing
     */
    public @Nullable ByteSlice add(Packet packet, IpFragment fragment) {
        String fault = fault(fragment);
        if (fault != null) {
            listener.fragmentDiscarded(packet, fault);
            return null;
        }
        if (fragment.family() == IpFamily.IPV6 && fragment.offset() == 0 && !fragment.moreFragments()) {
            return fragment.data();
        }
        // The protocol tells packets apart in IPv4 only.
        int protocol = fragment.family() == IpFamily.IPV4 ? fragment.carriedProtocol() : 0;
        Key key = new Key(packet.source(), packet.destination(), protocol, fragment.identification());
        FragmentBuffer buffer = buffers.get(key);
        if (buffer == null) {
            buffer = begin(key);
        }
        if (buffer.isBroken()) {
            listener.fragmentDiscarded(packet, "fragments of this packet overlap");
            return null;
        }
        if (!buffer.add(packet, fragment)) {
            listener.fragmentDiscarded(packet, "fragments of this packet overlap");
            buffer.breakOff();
            return null;
        }
        if (!buffer.isComplete()) {
            return null;
        }
        end(key, buffer);
        return buffer.bytes();
    }

    /** Returns how many packets wait for fragments. */
    public int waiting() {
        return buffers.size();
    }

    /** Forgets all fragments, as a host that crashes does. */
    public void clear() {
        buffers.values().forEach(buffer -> loop.cancel(buffer.timerHandle()));
        buffers.clear();
    }

    private static @Nullable String fault(IpFragment fragment) {
        int most = fragment.family() == IpFamily.IPV4 ? MAX_LENGTH - HEADER_BYTES_4 : MAX_LENGTH;
        if (fragment.data().isEmpty()) {
            return "a fragment without data";
        }
        if (fragment.moreFragments() && fragment.data().length() % IpFragment.UNIT != 0) {
            return "a fragment whose length is no multiple of 8";
        }
        return fragment.end() > most ? "a fragment beyond the greatest length" : null;
    }

    private FragmentBuffer begin(Key key) {
        if (buffers.size() >= MAX_PACKETS) {
            Map.Entry<Key, FragmentBuffer> oldest =
                    buffers.entrySet().iterator().next();
            FragmentBuffer gone = oldest.getValue();
            end(oldest.getKey(), gone);
            listener.fragmentDiscarded(gone.some(), "too many packets wait for fragments");
        }
        FragmentBuffer buffer = new FragmentBuffer();
        buffers.put(key, buffer);
        buffer.setTimerHandle(loop.schedule(TIMEOUT_NANOS, () -> timedOut(key, buffer)));
        return buffer;
    }

    private void end(Key key, FragmentBuffer buffer) {
        loop.cancel(buffer.timerHandle());
        buffers.remove(key);
    }

    private void timedOut(Key key, FragmentBuffer buffer) {
        buffers.remove(key);
        if (!buffer.isBroken()) {
            listener.reassemblyTimedOut(buffer.first(), buffer.some());
        }
    }
}
