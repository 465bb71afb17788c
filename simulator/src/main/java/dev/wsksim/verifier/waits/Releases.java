package dev.wsksim.verifier.waits;

import dev.wsksim.wsk.WskFunction;

/** Tells what brings the pending IRP of a function to its end. */
final class Releases {

    private Releases() {}

    /** Returns what completes the IRP, as the subject of a sentence; empty for a close, which waits for other nodes only. */
    static String of(WskFunction function) {
        return switch (function) {
            case WskAccept -> onSocket("a connection that arrives");
            case WskReceive -> onSocket("data, or the end of the stream, from the other end");
            case WskReceiveFrom -> onSocket("a datagram that arrives");
            case WskSend, WskSendTo, WskSendMessages -> onSocket("the network taking the bytes");
            case WskConnect, WskConnectEx -> onSocket("the other end's answer, the last unanswered SYN");
            case WskSocketConnect -> "the other end's answer, the last unanswered SYN or IoCancelIrp";
            case WskDisconnect -> onSocket("the other end's acknowledgement");
            case WskControlSocket -> onSocket("what the control operation waits for");
            case WskControlClient -> "what the control operation waits for, IoCancelIrp or WskDeregister";
            case WskGetAddressInfo, WskGetNameInfo -> "the resolver's answer or IoCancelIrp";
            case WskCloseSocket -> "the return of the socket's callbacks";
            default -> "the WSK subsystem or IoCancelIrp";
        };
    }

    private static String onSocket(String event) {
        return event + ", IoCancelIrp or WskCloseSocket";
    }
}
