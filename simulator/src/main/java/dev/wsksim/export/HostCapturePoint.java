package dev.wsksim.export;

import dev.wsksim.net.link.PacketDelivered;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.trace.TraceRecord;
import java.util.Optional;

/**
 * A capture at one host, on all of its links.
 *
 * @param host the name of the host
 */
record HostCapturePoint(String host) implements CapturePoint {

    @Override
    public String name() {
        return host;
    }

    @Override
    public String description() {
        return "packets that " + host + " sends and receives";
    }

    @Override
    public Optional<CaptureDirection> sees(TraceRecord record) {
        if (record instanceof PacketSent sent) {
            LinkEnds ends = LinkEnds.of(sent.link());
            return LinkEnds.isAt(ends.from(), host) ? Optional.of(CaptureDirection.OUTBOUND) : Optional.empty();
        }
        if (record instanceof PacketDelivered delivered) {
            LinkEnds ends = LinkEnds.of(delivered.link());
            boolean received = LinkEnds.isAt(ends.to(), host) && !LinkEnds.isAt(ends.from(), host);
            return received ? Optional.of(CaptureDirection.INBOUND) : Optional.empty();
        }
        return Optional.empty();
    }
}
