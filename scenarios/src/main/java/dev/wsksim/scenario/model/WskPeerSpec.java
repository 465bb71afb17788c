package dev.wsksim.scenario.model;

/**
 * What a driver on another Windows host does on one TCP port, through that host's own WSK.
 *
 * @param host the host
 * @param port the TCP port
 * @param service what the driver does
 * @param position where it is written
 */
public record WskPeerSpec(Reference host, int port, WskService service, SourcePosition position) implements PeerSpec {
    @Override
    public WskPeerSpec on(Reference newHost) {
        return new WskPeerSpec(newHost, port, service, position);
    }
}
