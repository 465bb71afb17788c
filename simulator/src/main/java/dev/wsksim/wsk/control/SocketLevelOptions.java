package dev.wsksim.wsk.control;

import static dev.wsksim.wsk.socket.SocketCategory.CONNECTION;
import static dev.wsksim.wsk.socket.SocketCategory.DATAGRAM;
import static dev.wsksim.wsk.socket.SocketCategory.LISTEN;
import static dev.wsksim.wsk.socket.SocketCategory.STREAM;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.Ws2def;

/**
 * The options of the level SOL_SOCKET, and IPV6_V6ONLY, which every socket that is bound has. Sources: the page of each,
 * such as so-reuseaddr, and dual-stack-sockets.
 *
 * <p>No page speaks of stream sockets; they have what listening and connection sockets have (assumption, OQ-22).
 */
final class SocketLevelOptions {

    static final ImmutableList<SocketOperation> ALL = ImmutableList.of(
            option("SO_REUSEADDR")
                    .on(LISTEN, DATAGRAM, CONNECTION, STREAM)
                    .when(When.BEFORE_BIND)
                    .set(Shape.BOOLEAN, control -> {
                        control.socket().setReuseAddr(control.number() == 1);
                        return ControlOutcome.done("SO_REUSEADDR is " + (control.number() == 1));
                    })
                    .get(
                            Shape.BOOLEAN,
                            control -> control.giveBoolean(control.socket().reuseAddr())),
            option("SO_EXCLUSIVEADDRUSE")
                    .on(LISTEN, DATAGRAM, CONNECTION, STREAM)
                    .when(When.BEFORE_BIND)
                    .set(Shape.BOOLEAN, control -> {
                        control.socket().setExclusiveAddrUse(control.number() == 1);
                        return ControlOutcome.done("SO_EXCLUSIVEADDRUSE is " + (control.number() == 1));
                    })
                    .get(
                            Shape.BOOLEAN,
                            control -> control.giveBoolean(control.socket().exclusiveAddrUse())),
            option("SO_CONDITIONAL_ACCEPT")
                    .on(LISTEN)
                    .when(When.BEFORE_BIND)
                    .set(Shape.BOOLEAN, ConditionalAcceptOption::set)
                    .get(Shape.BOOLEAN, ConditionalAcceptOption::get),
            SocketOperation.of("IPV6_V6ONLY", Ws2def.IPPROTO_IPV6)
                    .on(LISTEN, DATAGRAM, CONNECTION, STREAM)
                    .when(When.BEFORE_BIND)
                    .set(Shape.BOOLEAN, SocketLevelOptions::setV6Only)
                    .get(
                            Shape.BOOLEAN,
                            control -> control.giveBoolean(control.socket().v6Only())),
            option("SO_WSK_SECURITY")
                    .on(LISTEN, DATAGRAM, CONNECTION, STREAM)
                    .when(When.BEFORE_BIND)
                    .set(Shape.SECURITY_DESCRIPTOR, SecurityOption::set)
                    .get(Shape.SECURITY_DESCRIPTOR, SecurityOption::get),
            option("SO_WSK_EVENT_CALLBACK")
                    .when(When.EVENTS)
                    .irp(IrpDemand.OPTIONAL)
                    .set(Shape.EVENT_CALLBACK_CONTROL, EventCallbackOption::set),
            option("SO_KEEPALIVE")
                    .on(LISTEN, CONNECTION, STREAM)
                    .set(Shape.BOOLEAN, control -> {
                        control.socket().changeTcp(settings -> settings.setKeepAlive(control.number() == 1));
                        return ControlOutcome.done("SO_KEEPALIVE is " + (control.number() == 1));
                    })
                    .get(
                            Shape.UCHAR,
                            control -> control.give(
                                    Shape.UCHAR.size(), control.socket().tcp().keepAlive() ? 1L : 0L)),
            option("SO_RCVBUF")
                    .on(LISTEN, DATAGRAM, CONNECTION, STREAM)
                    .set(Shape.ULONG, ReceiveBufferOption::set)
                    .get(Shape.ULONG, ReceiveBufferOption::get),
            option("SO_TYPE")
                    .get(
                            Shape.ULONG,
                            control ->
                                    control.giveUlong(control.socket().triple().socketType())));

    private SocketLevelOptions() {}

    private static ControlOutcome setV6Only(SocketControl control) {
        if (control.socket().triple().addressFamily() != Ws2def.AF_INET6) {
            return ControlOutcome.invalid("IPV6_V6ONLY is for sockets of AF_INET6");
        }
        control.socket().setV6Only(control.number() == 1);
        return ControlOutcome.done("IPV6_V6ONLY is " + (control.number() == 1));
    }

    private static SocketOperation option(String name) {
        return SocketOperation.of(name, Ws2def.SOL_SOCKET);
    }
}
