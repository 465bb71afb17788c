package dev.wsksim.net.peer;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;

/**
 * Plays a {@link Behaviour.Conversation} on one connection: one act after the other, each as soon as it can be done.
 *
 * <p>What the acts do with the connection is {@link ConversationStage}'s; here are their order, their limits in time,
 * and how the conversation ends.
 */
final class ConversationPlayer {

    private final PeerContext context;
    private final Behaviour.Conversation script;
    private final ImmutableList<Act> acts;
    private final TcpConnection connection;
    private final ConversationStage stage;
    private final WaitingEnd waiting;
    private int next;
    private boolean begun;
    private long begunNanos;
    private boolean over;
    private boolean broken;
    private long limitHandle = SimulationLoop.NO_HANDLE;

    ConversationPlayer(PeerContext context, Behaviour.Conversation script, TcpConnection connection) {
        this.context = context;
        this.script = script;
        this.acts = script.acts();
        this.connection = connection;
        this.stage = new ConversationStage(context, connection, this::goOn);
        this.waiting = new WaitingEnd(this, script.observer());
    }

    /** Begins with the first act. */
    void begin() {
        context.loop().addWaiting(waiting);
        goOn();
    }

    /** Goes on as far as possible: something has arrived, has been sent, or a wait is over. */
    void goOn() {
        while (!over && next < acts.size()) {
            Act act = acts.get(next);
            beginOnce(act);
            ActResult result = act.accept(stage);
            if (result instanceof ActResult.Waiting) {
                return;
            }
            if (result instanceof ActResult.Broken failure) {
                breakOff(failure);
            } else {
                done(act);
            }
        }
        endUnlessOver();
        afterTheEnd();
    }

    private void beginOnce(Act act) {
        if (begun) {
            return;
        }
        begun = true;
        begunNanos = context.loop().nowNanos();
        stage.clear();
        // What happens in the last instant is in time, so the limit comes right behind that instant.
        act.within().ifPresent(limit -> limitHandle = context.loop().schedule(limit.nanos() + 1, this::takesTooLong));
    }

    private void done(Act act) {
        context.loop().cancel(limitHandle);
        if (context.trace().isActive()) {
            context.trace().emit(new ActTaken(end(), next + 1, act.toString()));
        }
        next++;
        begun = false;
    }

    private void takesTooLong() {
        Act act = acts.get(next);
        String limit = act.within().map(Object::toString).orElse("");
        breakOff(new ActResult.Broken("this act takes too long", act + " within " + limit, stage.standing()));
        afterTheEnd();
    }

    /** Both ends have closed. */
    void closed() {
        goOn();
        boolean needsConnection =
                !over && !(acts.get(next) instanceof Act.Wait) && !(acts.get(next) instanceof Act.WaitUntil);
        if (needsConnection) {
            breakOff(new ActResult.Broken(
                    "the connection is closed", acts.get(next).toString(), "both ends have closed"));
        }
    }

    /** The connection is no more. */
    void lost(Act.Loss loss) {
        if (over) {
            return;
        }
        Act act = acts.get(next);
        if (act instanceof Act.ExpectLoss expected && expected.loss() == loss) {
            done(act);
            endUnlessOver();
        } else {
            breakOff(new ActResult.Broken("the connection was lost", act.toString(), loss.toString()));
        }
    }

    private void breakOff(ActResult.Broken failure) {
        context.loop().cancel(limitHandle);
        broken = true;
        endUnlessOver();
        Mismatch mismatch = new Mismatch(end(), next, failure.title(), failure.expected(), failure.actual());
        if (context.trace().isActive()) {
            context.trace().emit(new ConversationBroken(mismatch));
        }
        script.observer().mismatch(mismatch);
    }

    private void endUnlessOver() {
        if (!over) {
            over = true;
            context.loop().removeWaiting(waiting);
        }
    }

    private void afterTheEnd() {
        if (broken) {
            stage.discard();
        }
        if (connection.isEndOfStream()) {
            connection.close();
        }
    }

    /** Returns when the act that is to be done came first. */
    SimTime since() {
        return new SimTime(begunNanos);
    }

    /** Tells whether the connection has ended without a word, as it does when its host crashes. */
    boolean isGone() {
        return connection.state() == TcpState.CLOSED;
    }

    /** Returns the number of the act that goes on, from 0. */
    int act() {
        return next;
    }

    /** Returns the act that goes on, in words. */
    String actText() {
        return next < acts.size() ? acts.get(next).toString() : "nothing";
    }

    /** Returns which end of which connection this is, in words. */
    String end() {
        return context.host().name() + " " + connection.local() + " > " + connection.remote();
    }
}
