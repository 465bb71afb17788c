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
        if (record instanceof PacketSent sent && sent.link().startsWith(host + " > ")) {
            return Optional.of(CaptureDirection.OUTBOUND);
        }
        boolean received = record instanceof PacketDelivered delivered
                && delivered.link().endsWith(" > " + host)
                && !delivered.link().equals(host + " > " + host);
        return received ? Optional.of(CaptureDirection.INBOUND) : Optional.empty();
    }
}
