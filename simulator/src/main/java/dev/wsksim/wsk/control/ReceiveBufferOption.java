package dev.wsksim.wsk.control;

import dev.wsksim.wsk.socket.DatagramSocket;

/**
 * SO_RCVBUF: how many bytes may wait to be received, which is the receive window of a connection. Once set, the window
 * does not grow by itself. Source: so-rcvbuf.
 */
final class ReceiveBufferOption {

    /** The largest window that TCP can say (RFC 7323 section 2.3). */
    private static final long LARGEST = 1L << 30;

    private ReceiveBufferOption() {}

    static ControlOutcome set(SocketControl control) {
        long bytes = control.number();
        if (bytes < 1 || bytes > LARGEST) {
            return ControlOutcome.invalid("SO_RCVBUF is from 1 to " + LARGEST + " bytes");
        }
        if (control.socket() instanceof DatagramSocket datagram) {
            datagram.role().setReceiveBuffer((int) bytes);
        } else {
            control.socket().changeTcp(settings -> settings.setReceiveBuffer((int) bytes));
        }
        return ControlOutcome.done("SO_RCVBUF is " + bytes);
    }

    static ControlOutcome get(SocketControl control) {
        return control.giveUlong(
                control.socket() instanceof DatagramSocket datagram
                        ? datagram.role().receiveBuffer()
                        : control.socket().receiveBuffer());
    }
}
