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

    private static final String ARROW = " > ";

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
        if (record instanceof PacketSent sent && isHere(sent.link().substring(0, arrow(sent.link())))) {
            return Optional.of(CaptureDirection.OUTBOUND);
        }
        boolean received = record instanceof PacketDelivered delivered
                && isHere(delivered.link().substring(arrow(delivered.link()) + ARROW.length()))
                && !delivered.link().equals(host + ARROW + host);
        return received ? Optional.of(CaptureDirection.INBOUND) : Optional.empty();
    }

    private static int arrow(String link) {
        return link.indexOf(ARROW);
    }

    /** Tells whether an end of a link is the host, or one of its interfaces, which have a dot behind the host's name. */
    private boolean isHere(String end) {
        return end.startsWith(host) && (end.length() == host.length() || end.charAt(host.length()) == '.');
    }
}
