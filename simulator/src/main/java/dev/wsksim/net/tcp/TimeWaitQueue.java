package dev.wsksim.net.tcp;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimulationLoop;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections in TIME-WAIT, which all last equally long and so end in the order in which they began.
 *
 * <p>A list through the connections with one event for the first of them: ten thousand connections in TIME-WAIT burden
 * the event queue like one.
 */
final class TimeWaitQueue implements Event {

    private final SimulationLoop loop;
    private final long durationNanos;
    private final Consumer<TcpConnection> expired;
    private @Nullable TcpConnection first;
    private @Nullable TcpConnection last;
    private long handle = SimulationLoop.NO_HANDLE;

    TimeWaitQueue(SimulationLoop loop, long durationNanos, Consumer<TcpConnection> expired) {
        this.loop = loop;
        this.durationNanos = durationNanos;
        this.expired = expired;
    }

    /** Lets a connection's time begin. */
    void add(TcpConnection connection) {
        // The main timer has nothing else to do in TIME-WAIT.
        connection.timer().note(loop.nowNanos() + durationNanos, loop.cause());
        connection.timeWaitPrevious = last;
        if (last == null) {
            first = connection;
        } else {
            last.timeWaitNext = connection;
        }
        last = connection;
        if (handle == SimulationLoop.NO_HANDLE) {
            handle = loop.scheduleAt(connection.timer().deadlineNanos(), this);
        }
    }

    /** Lets a connection's time begin anew. */
    void restart(TcpConnection connection) {
        remove(connection);
        add(connection);
    }

    /** Takes a connection out before its time. */
    void remove(TcpConnection connection) {
        TcpConnection previous = connection.timeWaitPrevious;
        TcpConnection next = connection.timeWaitNext;
        if (previous == null) {
            first = next;
        } else {
            previous.timeWaitNext = next;
        }
        if (next == null) {
            last = previous;
        } else {
            next.timeWaitPrevious = previous;
        }
        connection.timeWaitPrevious = null;
        connection.timeWaitNext = null;
        if (first == null) {
            loop.cancel(handle);
            handle = SimulationLoop.NO_HANDLE;
        }
    }

    @Override
    public void fire() {
        handle = SimulationLoop.NO_HANDLE;
        TcpConnection due = first;
        while (due != null && due.timer().deadlineNanos() <= loop.nowNanos()) {
            loop.setCause(due.timer().cause());
            expired.accept(due);
            due = first;
        }
        if (due != null && handle == SimulationLoop.NO_HANDLE) {
            handle = loop.scheduleAt(due.timer().deadlineNanos(), this);
        }
    }
}
