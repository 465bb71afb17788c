package dev.wsksim.wsk.socket;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.tcp.ConnectionRules;
import dev.wsksim.net.tcp.KeepAlive;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the options and IOCTLs of a TCP socket have set, and what its host has where nothing was set.
 *
 * <p>A listening socket gives a copy to each socket that it accepts. Sources: so-keepalive, so-rcvbuf,
 * ipproto-tcp-socket-options, sio-tcp-initial-rto, sio-keepalive-vals.
 */
public final class TcpSettings {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    /** TCP_MAXRT where no time limits how long it is retransmitted: -1 as a ULONG. */
    public static final long NO_LIMIT = 0xFFFF_FFFFL;

    private final TcpParameters host;
    private boolean keepAlive;
    private SimDuration keepIdle;
    private SimDuration keepInterval;
    private int keepCount;
    private boolean noDelay;
    private int receiveBuffer;
    private boolean fastOpen;
    private boolean failConnectOnIcmpError;
    private long maxRtNanos = ConnectionRules.NO_RULE;
    private @Nullable IpSettings ipv4;
    private @Nullable IpSettings ipv6;
    private @Nullable SimDuration initialRto;
    private @Nullable Integer synRetransmissions;

    TcpSettings(TcpParameters host) {
        this.host = host;
        KeepAlive usual = host.transfer().keepAlive();
        keepIdle = SimDuration.ofNanos(usual.idleNanos());
        keepInterval = SimDuration.ofNanos(usual.intervalNanos());
        keepCount = usual.probes();
        noDelay = !host.transfer().nagle();
        failConnectOnIcmpError = host.failConnectOnIcmpError();
    }

    /** Returns a copy for an accepted socket; limits of a connect that is over are not in it. */
    TcpSettings forAccepted() {
        TcpSettings copy = new TcpSettings(host);
        copy.keepAlive = keepAlive;
        copy.keepIdle = keepIdle;
        copy.keepInterval = keepInterval;
        copy.keepCount = keepCount;
        copy.noDelay = noDelay;
        copy.receiveBuffer = receiveBuffer;
        copy.ipv4 = ipv4 == null ? null : ipv4.copy();
        copy.ipv6 = ipv6 == null ? null : ipv6.copy();
        return copy;
    }

    /** Returns the constants for a connection that is about to be opened. */
    TcpParameters parameters() {
        TcpParameters own = host.withFailConnectOnIcmpError(failConnectOnIcmpError);
        if (initialRto != null) {
            own = own.withInitialRto(initialRto);
        }
        if (synRetransmissions != null) {
            own = own.withSynRetransmissions(synRetransmissions);
        }
        return withReceiveBuffer(own);
    }

    /** Returns the constants for a connection that is about to be let in: what it inherits counts from its SYN+ACK on. */
    TcpParameters acceptedParameters() {
        return withReceiveBuffer(host);
    }

    private TcpParameters withReceiveBuffer(TcpParameters own) {
        return receiveBuffer > 0 ? own.withReceiveWindow(receiveBuffer, own.windowScale()) : own;
    }

    /** Returns what a connection to a remote end does otherwise than its host; null for nothing. */
    @Nullable
    ConnectionRules rules(IpAddress remote) {
        IpSettings ip = remote.family() == IpFamily.IPV4 ? ipv4 : ipv6;
        if (ip == null) {
            return maxRtNanos == ConnectionRules.NO_RULE ? null : new ConnectionRules(maxRtNanos, 0, IpExtras.NONE, 0);
        }
        return new ConnectionRules(maxRtNanos, ip.hopLimit(), ip.extrasOfStream(), ip.unicastInterface());
    }

    /** Returns the options of the IP level of a family. */
    public IpSettings ip(IpFamily family) {
        IpSettings found = family == IpFamily.IPV4 ? ipv4 : ipv6;
        if (found == null) {
            found = new IpSettings();
            if (family == IpFamily.IPV4) {
                ipv4 = found;
            } else {
                ipv6 = found;
            }
        }
        return found;
    }

    /** Returns IP_UNICAST_IF or IPV6_UNICAST_IF; 0 where it was not set. */
    int unicastInterface(IpFamily family) {
        IpSettings ip = family == IpFamily.IPV4 ? ipv4 : ipv6;
        return ip == null ? 0 : ip.unicastInterface();
    }

    /** Gives a connection what can be changed while it lives. */
    void applyTo(TcpConnection connection) {
        connection.setKeepAlive(keepAlive ? KeepAlive.of(keepIdle, keepInterval, keepCount) : null);
        if (connection.isNoDelay() != noDelay) {
            connection.setNoDelay(noDelay);
        }
        limit(connection);
    }

    /** Gives a connection the receive buffer, if one was set; from then on it does not grow by itself. */
    void limit(TcpConnection connection) {
        if (receiveBuffer > 0) {
            connection.setReceiveBuffer(receiveBuffer);
        }
        connection.setRules(rules(connection.remote().address()));
    }

    /** Returns whether an idle connection is probed. */
    public boolean keepAlive() {
        return keepAlive;
    }

    /** Sets whether an idle connection is probed. */
    public void setKeepAlive(boolean on) {
        keepAlive = on;
    }

    /** Returns how long nothing came before the first probe. */
    public SimDuration keepIdle() {
        return keepIdle;
    }

    /** Sets how long nothing came before the first probe. */
    public void setKeepIdle(SimDuration idle) {
        keepIdle = idle;
    }

    /** Returns the time between unanswered probes. */
    public SimDuration keepInterval() {
        return keepInterval;
    }

    /** Sets the time between unanswered probes. */
    public void setKeepInterval(SimDuration interval) {
        keepInterval = interval;
    }

    /** Returns how many unanswered probes end the connection. */
    public int keepCount() {
        return keepCount;
    }

    /** Sets how many unanswered probes end the connection. */
    public void setKeepCount(int probes) {
        keepCount = probes;
    }

    /** Returns whether small segments go at once. */
    public boolean noDelay() {
        return noDelay;
    }

    /** Sets whether small segments go at once. */
    public void setNoDelay(boolean on) {
        noDelay = on;
    }

    /** Returns the receive buffer that was set, or the window that a connection of the host begins with. */
    public int receiveBuffer() {
        return receiveBuffer > 0 ? receiveBuffer : host.receiveWindow();
    }

    /** Sets the receive buffer in bytes. */
    public void setReceiveBuffer(int bytes) {
        receiveBuffer = bytes;
    }

    /** Returns whether data may ride in the SYN; it never does, since no peer hands out a cookie. */
    public boolean fastOpen() {
        return fastOpen;
    }

    /** Sets whether data may ride in the SYN. */
    public void setFastOpen(boolean on) {
        fastOpen = on;
    }

    /** Returns whether an ICMP error fails a connect. */
    public boolean failConnectOnIcmpError() {
        return failConnectOnIcmpError;
    }

    /** Sets whether an ICMP error fails a connect. */
    public void setFailConnectOnIcmpError(boolean on) {
        failConnectOnIcmpError = on;
    }

    /** Returns how many seconds pass at most without an answer, 0xFFFFFFFF for as long as it is retransmitted. */
    public long maxRtSeconds() {
        long nanos = maxRtNanos == ConnectionRules.NO_RULE ? host.connectCapNanos() : maxRtNanos;
        return nanos == TcpParameters.NO_CAP || nanos == ConnectionRules.FOR_EVER ? NO_LIMIT : nanos / NANOS_PER_SECOND;
    }

    /** Sets how many seconds pass at most without an answer; 0xFFFFFFFF for no limit. */
    public void setMaxRtSeconds(long seconds) {
        maxRtNanos = seconds == NO_LIMIT ? ConnectionRules.FOR_EVER : seconds * NANOS_PER_SECOND;
    }

    /** Sets the first retransmission time-out of a connect; null for the host's. */
    public void setInitialRto(@Nullable SimDuration rto) {
        initialRto = rto;
    }

    /** Sets how often a SYN is sent again; empty for as often as the host does. */
    public void setSynRetransmissions(OptionalInt retransmissions) {
        synRetransmissions = retransmissions.isPresent() ? retransmissions.getAsInt() : null;
    }
}
