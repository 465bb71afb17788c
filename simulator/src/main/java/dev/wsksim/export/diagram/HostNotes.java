package dev.wsksim.export.diagram;

import com.google.common.collect.ImmutableList;
import dev.wsksim.export.LinkEnds;
import dev.wsksim.net.host.HostStateChanged;
import dev.wsksim.net.host.InterfaceAddressChanged;
import dev.wsksim.net.host.InterfaceStateChanged;
import dev.wsksim.net.host.PacketDiscarded;
import dev.wsksim.net.host.PacketIgnored;
import dev.wsksim.net.host.PacketUnroutable;
import dev.wsksim.net.host.PathMtuLearned;
import dev.wsksim.net.icmp.PingEnded;
import dev.wsksim.net.link.LinkConditionsChanged;
import dev.wsksim.net.link.LinkStateChanged;
import dev.wsksim.net.raw.RawPacketIgnored;
import dev.wsksim.net.tcp.ConnectFailed;
import dev.wsksim.net.tcp.ConnectionTimedOut;
import dev.wsksim.net.udp.DatagramDropped;
import dev.wsksim.trace.TraceRecord;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knows the records about a host that a diagram shows as a note in its own words, and which host each is about. */
final class HostNotes {

    private static final ImmutableList<Shown<?>> SHOWN = ImmutableList.of(
            new Shown<>(HostStateChanged.class, HostStateChanged::host),
            new Shown<>(InterfaceStateChanged.class, InterfaceStateChanged::host),
            new Shown<>(InterfaceAddressChanged.class, InterfaceAddressChanged::host),
            new Shown<>(PacketUnroutable.class, PacketUnroutable::host),
            new Shown<>(PacketDiscarded.class, PacketDiscarded::host),
            new Shown<>(PacketIgnored.class, PacketIgnored::host),
            new Shown<>(RawPacketIgnored.class, RawPacketIgnored::host),
            new Shown<>(DatagramDropped.class, DatagramDropped::host),
            new Shown<>(PathMtuLearned.class, PathMtuLearned::host),
            new Shown<>(PingEnded.class, PingEnded::host),
            new Shown<>(ConnectFailed.class, failed -> failed.connection().host()),
            new Shown<>(ConnectionTimedOut.class, ended -> ended.connection().host()),
            new Shown<>(
                    LinkStateChanged.class,
                    changed -> LinkEnds.of(changed.link()).from()),
            new Shown<>(
                    LinkConditionsChanged.class,
                    changed -> LinkEnds.of(changed.link()).from()));

    private HostNotes() {}

    /** A class of records, and whom a record of it is about. */
    private record Shown<R extends TraceRecord>(Class<R> type, Function<R, String> host) {

        @Nullable
        String hostOf(TraceRecord record) {
            return type.isInstance(record) ? host.apply(type.cast(record)) : null;
        }
    }

    /** Returns whom a record is about; null where it is not shown. */
    static @Nullable String hostOf(TraceRecord record) {
        for (Shown<?> shown : SHOWN) {
            String host = shown.hostOf(record);
            if (host != null) {
                return host;
            }
        }
        return null;
    }
}
