package dev.wsksim.wsk.data;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.SockAddr;
import org.jspecify.annotations.Nullable;

/**
 * WSK_DATAGRAM_INDICATION: one datagram of a list that WskReceiveFromEvent is given.
 *
 * <p>The provider owns it; a driver that keeps the list, by returning STATUS_PENDING, gives it back with WskRelease.
 * Compared by identity. Source: ns-wsk-_wsk_datagram_indication.
 */
public final class WskDatagramIndication {

    private static final String NAME = "WSK_DATAGRAM_INDICATION";

    private final IndicationMemory memory;
    private final WskBuf buffer;
    private final ImmutableList<ControlMessage> controlInfo;
    private final SockAddr remoteAddress;
    private @Nullable WskDatagramIndication next;

    /** Makes an entry in front of others, each with memory of its own. */
    public WskDatagramIndication(
            IndicationMemory memory,
            WskBuf buffer,
            ImmutableList<ControlMessage> controlInfo,
            SockAddr remoteAddress,
            @Nullable WskDatagramIndication next) {
        this.memory = memory;
        this.buffer = buffer;
        this.controlInfo = controlInfo;
        this.remoteAddress = remoteAddress;
        this.next = next;
    }

    /** Returns the memory of this entry. */
    public IndicationMemory memory() {
        return memory;
    }

    /** Returns {@code Buffer}; its MDL is NULL for an empty datagram. */
    public WskBuf buffer() {
        memory.requireLent(NAME);
        return buffer;
    }

    /** Returns {@code ControlInfo}; empty where it is NULL. */
    public ImmutableList<ControlMessage> controlInfo() {
        memory.requireLent(NAME);
        return controlInfo;
    }

    /** Returns {@code RemoteAddress}: who sent it, in the family of the socket. */
    public SockAddr remoteAddress() {
        memory.requireLent(NAME);
        return remoteAddress;
    }

    /** Returns {@code Next}; null for the last entry. */
    public @Nullable WskDatagramIndication next() {
        memory.requireLent(NAME);
        return next;
    }

    /** Sets {@code Next}, as a driver does that cuts a list which it keeps. */
    public void setNext(@Nullable WskDatagramIndication newNext) {
        memory.requireLent(NAME);
        next = newNext;
    }

    /** Returns how many datagrams the list has from this entry on. */
    public int count() {
        int count = 0;
        for (WskDatagramIndication entry = this; entry != null; entry = entry.next()) {
            count++;
        }
        return count;
    }
}
