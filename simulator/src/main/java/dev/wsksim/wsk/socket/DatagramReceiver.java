package dev.wsksim.wsk.socket;

import dev.wsksim.engine.Event;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.event.EventFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands what comes to a datagram socket to whoever is next: first to the requests of WskReceiveFrom, in the order in which
 * they came, then, where it is enabled, to WskReceiveFromEvent.
 *
 * <p>Without either, datagrams wait, up to the bytes of SO_RCVBUF; what comes then is lost. Refused by
 * WskReceiveFromEvent, they go to the requests that have come meanwhile, or wait in front of the others until
 * WskReceiveFrom is called or the event is enabled again; where it is static, and stays enabled, they are lost
 * (assumption, OQ-21). An ICMP error about a datagram of the socket fails one request (assumption, OQ-118). Source: nc-wsk-pfn_wsk_receive_from, nc-wsk-pfn_wsk_receive_from_event,
 * so-rcvbuf.
 */
final class DatagramReceiver implements Event {

    /** How many bytes wait at most, unless SO_RCVBUF is set. Assumption: 64 KiB; the transport's own value is not documented. */
    static final int DEFAULT_BUFFER = 65_536;
    /** How many datagrams are indicated in one list, at most. */
    private static final int LONGEST_LIST = 64;

    private static final String CALLBACK_CANNOT_TELL = "WskReceiveFromEvent is enabled, and cannot tell it";

    private final WskSocket socket;
    private final DatagramIndicator indicator;
    /** The oldest request; most sockets never have more than one. */
    private @Nullable DatagramReceive oldestRequest;

    private final ArrayDeque<DatagramReceive> laterRequests = new ArrayDeque<>(0);
    private final ArrayDeque<ArrivedDatagram> waiting = new ArrayDeque<>(4);
    private long waitingBytes;
    private int buffer = DEFAULT_BUFFER;
    private boolean indicationDue;
    private int coalescedSize;
    private boolean indicating;

    DatagramReceiver(WskSocket socket) {
        this.socket = socket;
        this.indicator = new DatagramIndicator(socket);
    }

    int buffer() {
        return buffer;
    }

    void setBuffer(int bytes) {
        buffer = bytes;
    }

    /** Returns UDP_RECV_MAX_COALESCED_SIZE. */
    int coalescedSize() {
        return coalescedSize;
    }

    /** Sets how many bytes datagrams have at most that are received together as one; 0 for none. */
    void setCoalescedSize(int bytes) {
        coalescedSize = bytes;
    }

    /** Returns how many bytes wait to be received. */
    long backlog() {
        return waitingBytes;
    }

    /** Takes a datagram. */
    void arrived(ArrivedDatagram datagram) {
        DatagramReceive request = requestToServe();
        if (request != null) {
            request.received(datagram);
        } else if (isEventEnabled()) {
            enqueue(datagram);
            indicateSoon();
        } else if (hasRoomFor(datagram)) {
            enqueue(datagram);
        } else {
            discard(datagram, bufferIsFull());
        }
    }

    /** Takes the news that a datagram was not delivered: fails a request, or the next one where none waits. */
    void errorArrived(ArrivedDatagram error) {
        DatagramReceive request = requestToServe();
        if (request != null) {
            reportError(error, "it fails the WskReceiveFrom that waits");
            give(request, error);
        } else if (isEventEnabled()) {
            reportError(error, CALLBACK_CANNOT_TELL);
        } else if (hasRoomFor(error)) {
            reportError(error, "it waits for the next WskReceiveFrom");
            enqueue(error);
        } else {
            reportError(error, bufferIsFull());
        }
    }

    /** Returns the request that is given what comes now; none inside the callback, whose datagrams come first if refused. */
    private @Nullable DatagramReceive requestToServe() {
        return indicating ? null : nextRequest();
    }

    private boolean hasRoomFor(ArrivedDatagram datagram) {
        return waitingBytes + datagram.size() <= buffer;
    }

    private String bufferIsFull() {
        return environment().trace().isActive()
                ? "SO_RCVBUF is " + buffer + ", and " + waitingBytes + " bytes wait"
                : "";
    }

    /** Takes one more request. */
    void add(DatagramReceive request) {
        if (waiting.isEmpty() || indicating) {
            enqueue(request);
        } else {
            give(request, take());
        }
    }

    /** Gives what waits to the requests that have come while the callback ran. */
    private void serve() {
        while (!waiting.isEmpty()) {
            DatagramReceive request = requestToServe();
            if (request == null) {
                return;
            }
            give(request, take());
        }
    }

    /** Forgets a request that was cancelled. */
    void forget(DatagramReceive request) {
        if (oldestRequest == request) {
            nextRequest();
        } else {
            laterRequests.removeIf(one -> one == request);
        }
    }

    /** Drops what waits from others than the only remote end from now on (assumption, OQ-70). */
    void keepOnly(DatagramFilter filter) {
        for (int left = waiting.size(); left > 0; left--) {
            ArrivedDatagram next = dequeue();
            if (next.error() != null || filter.passes(next.source())) {
                enqueue(next);
            } else {
                discard(next, "another remote address than the fixed one");
            }
        }
    }

    /** Fails all requests, and lets WskReceiveFromEvent know: the socket is dead. What waits is lost. */
    void die() {
        waiting.clear();
        waitingBytes = 0;
        for (DatagramReceive next = nextRequest(); next != null; next = nextRequest()) {
            next.receiveFailed(NtStatus.STATUS_FILE_FORCED_CLOSED, "the socket is dead");
        }
        if (isEventEnabled()) {
            environment().loop().schedule(0, indicator::indicateDeath);
        }
    }

    /** Is told that WskReceiveFromEvent was enabled. */
    void eventsEnabled() {
        indicateSoon();
    }

    private static void give(DatagramReceive request, ArrivedDatagram datagram) {
        NtStatus error = datagram.error();
        if (error == null) {
            request.received(datagram);
        } else {
            request.receiveFailed(
                    error, "a datagram to " + datagram.source() + " was not delivered (assumption, OQ-118)");
        }
    }

    private void enqueue(DatagramReceive request) {
        if (oldestRequest == null) {
            oldestRequest = request;
        } else {
            laterRequests.addLast(request);
        }
    }

    private @Nullable DatagramReceive nextRequest() {
        DatagramReceive next = oldestRequest;
        if (next != null) {
            oldestRequest = laterRequests.pollFirst();
        }
        return next;
    }

    private void enqueue(ArrivedDatagram datagram) {
        waiting.addLast(datagram);
        waitingBytes += datagram.size();
    }

    private ArrivedDatagram dequeue() {
        ArrivedDatagram first = waiting.removeFirst();
        waitingBytes -= first.size();
        return first;
    }

    /** Takes what waits first, together with what may be coalesced with it. */
    private ArrivedDatagram take() {
        ArrivedDatagram first = dequeue();
        if (coalescedSize == 0 || first.error() != null) {
            return first;
        }
        Coalescing coalescing = new Coalescing(first, coalescedSize);
        ArrivedDatagram next = waiting.peekFirst();
        if (next == null || !coalescing.takes(next) || !coalesces()) {
            return first;
        }
        while (next != null && coalescing.takes(next)) {
            coalescing.add(dequeue());
            next = waiting.peekFirst();
        }
        return coalescing.result();
    }

    private boolean coalesces() {
        return environment().decisions().chooses(WskDecisions.COALESCING, WskDecisions.TOGETHER, socket.number());
    }

    private boolean isEventEnabled() {
        return socket.isEnabled(EventFlag.WSK_EVENT_RECEIVE_FROM);
    }

    /** Lets WskReceiveFromEvent be called in an event of its own, where there is something for it. */
    private void indicateSoon() {
        if (!indicationDue && mayIndicate()) {
            indicationDue = true;
            environment().loop().schedule(0, this);
        }
    }

    private boolean mayIndicate() {
        return !waiting.isEmpty()
                && !indicating
                && isEventEnabled()
                && socket.state() != SocketState.CLOSING
                && socket.state() != SocketState.CLOSED;
    }

    /** Calls WskReceiveFromEvent, unless a WskReceiveFrom came in between. */
    @Override
    public void fire() {
        indicationDue = false;
        if (!mayIndicate()) {
            return;
        }
        List<ArrivedDatagram> list = nextList();
        if (!list.isEmpty()) {
            indicating = true;
            boolean taken = indicator.indicate(list);
            indicating = false;
            if (!taken) {
                refused(list);
            }
        }
        serve();
        indicateSoon();
    }

    /** Takes datagrams that may be in one list: its flags are those of all of them. */
    private List<ArrivedDatagram> nextList() {
        boolean all = environment()
                .decisions()
                .chooses(WskDecisions.DATAGRAM_LIST, WskDecisions.ALL_THAT_WAIT, socket.number());
        int most = all ? LONGEST_LIST : 1;
        List<ArrivedDatagram> list = new ArrayList<>(Math.min(most, waiting.size()));
        for (ArrivedDatagram next = waiting.peekFirst();
                next != null && list.size() < most;
                next = waiting.peekFirst()) {
            if (!list.isEmpty() && !list.get(0).kind().equals(next.kind())) {
                break;
            }
            ArrivedDatagram taken = take();
            if (taken.error() == null) {
                list.add(taken);
            } else {
                reportError(taken, CALLBACK_CANNOT_TELL);
            }
        }
        return list;
    }

    private void refused(List<ArrivedDatagram> list) {
        if (socket.events().isFixed(EventFlag.WSK_EVENT_RECEIVE_FROM.bit())) {
            for (ArrivedDatagram datagram : list) {
                discard(datagram, "a static WskReceiveFromEvent has not accepted it (assumption, OQ-21)");
            }
            return;
        }
        socket.events().disable(EventFlag.WSK_EVENT_RECEIVE_FROM);
        for (int i = list.size() - 1; i >= 0; i--) {
            waiting.addFirst(list.get(i));
            waitingBytes += list.get(i).size();
        }
    }

    void discard(ArrivedDatagram datagram, String reason) {
        if (environment().trace().isActive()) {
            environment()
                    .trace()
                    .emit(new DatagramDiscarded(
                            socket.number(), datagram.source(), datagram.data().length(), reason));
        }
    }

    void reportError(ArrivedDatagram error, String whatFollows) {
        if (environment().trace().isActive()) {
            environment()
                    .trace()
                    .emit(new DatagramErrorArrived(
                            socket.number(), error.source(), String.valueOf(error.error()), whatFollows));
        }
    }

    private WskEnvironment environment() {
        return socket.services().environment();
    }

    /** Returns the oldest request, for audits. */
    @Nullable
    DatagramReceive oldestRequest() {
        return oldestRequest;
    }
}
