package dev.wsksim.net.name;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.trace.Trace;
import java.util.function.Consumer;

/**
 * A question to DNS that waits for its answer: sends its query again and again, and gives up in the end.
 *
 * <p>The queries go out at 0, 1, 2, 4 and 8 seconds and the client gives up at 10, as Windows 7 to 10 do with one server.
 * Every answer, also a negative one, ends the question. Source: dns-client-resolution-timeouts (KB 2834226).
 */
final class DnsQuestion implements Event {

    private static final int[] QUERY_SECONDS = {0, 1, 2, 4, 8};
    private static final int GIVE_UP_SECONDS = 10;

    private final SimulationLoop loop;
    private final Trace trace;
    private final String host;
    private final String what;
    private final DnsAnswer answer;
    private final Consumer<DnsAnswer> whenAnswered;
    private final long askedNanos;
    private int queries;
    private long handle = SimulationLoop.NO_HANDLE;

    DnsQuestion(
            SimulationLoop loop,
            Trace trace,
            String host,
            String what,
            DnsAnswer answer,
            Consumer<DnsAnswer> whenAnswered) {
        this.loop = loop;
        this.trace = trace;
        this.host = host;
        this.what = what;
        this.answer = answer;
        this.whenAnswered = whenAnswered;
        this.askedNanos = loop.nowNanos();
    }

    /** Sends the first query. */
    void ask() {
        fire();
    }

    /** Forgets the question; its answer goes nowhere. */
    void cancel() {
        loop.cancel(handle);
    }

    @Override
    public void fire() {
        long passed = loop.nowNanos() - askedNanos;
        if (queries > 0 && answers() && passed >= answer.delay().nanos()) {
            finish(answer);
        } else if (passed >= seconds(GIVE_UP_SECONDS)) {
            finish(new DnsAnswer.Failed(DnsFailure.NO_ANSWER, SimDuration.ofSeconds(GIVE_UP_SECONDS)));
        } else {
            if (queries < QUERY_SECONDS.length && passed >= seconds(QUERY_SECONDS[queries])) {
                query();
            }
            schedule(passed);
        }
    }

    private boolean answers() {
        return !(answer instanceof DnsAnswer.Failed failed && failed.failure() == DnsFailure.NO_ANSWER);
    }

    private void query() {
        queries++;
        if (trace.isActive()) {
            trace.emit(new DnsQuerySent(host, what, queries));
        }
    }

    private void schedule(long passed) {
        long next = seconds(queries < QUERY_SECONDS.length ? QUERY_SECONDS[queries] : GIVE_UP_SECONDS);
        if (answers()) {
            next = Math.min(next, answer.delay().nanos());
        }
        handle = loop.schedule(next - passed, this);
    }

    private void finish(DnsAnswer outcome) {
        if (trace.isActive()) {
            trace.emit(new DnsAnswered(host, what, outcome.describe()));
        }
        whenAnswered.accept(outcome);
    }

    private static long seconds(int count) {
        return SimDuration.ofSeconds(count).nanos();
    }
}
