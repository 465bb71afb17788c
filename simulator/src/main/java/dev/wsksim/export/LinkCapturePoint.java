package dev.wsksim.export;

import dev.wsksim.net.link.PacketSent;
import dev.wsksim.trace.TraceRecord;
import java.util.Optional;

/**
 * A capture on the link between two hosts.
 *
 * @param host the name of the host from which out is
 * @param otherHost the name of the other
 */
record LinkCapturePoint(String host, String otherHost) implements CapturePoint {

    @Override
    public String name() {
        return host + " - " + otherHost;
    }

    @Override
    public String description() {
        return "packets given to the link between " + host + " and " + otherHost + "; out is from " + host;
    }

    @Override
    public Optional<CaptureDirection> sees(TraceRecord record) {
        if (!(record instanceof PacketSent sent)) {
            return Optional.empty();
        }
        if (sent.link().equals(host + " > " + otherHost)) {
            return Optional.of(CaptureDirection.OUTBOUND);
        }
        boolean back = sent.link().equals(otherHost + " > " + host);
        return back ? Optional.of(CaptureDirection.INBOUND) : Optional.empty();
    }
}
