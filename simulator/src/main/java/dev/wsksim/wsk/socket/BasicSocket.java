package dev.wsksim.wsk.socket;

/** A socket of the basic category: only for control operations. Source: winsock-kernel-socket-categories. */
public final class BasicSocket extends WskSocket {

    BasicSocket(SocketSetup setup) {
        super(setup);
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.BASIC;
    }

    @Override
    public void tearDown() {
        // A basic socket holds nothing.
    }
}
