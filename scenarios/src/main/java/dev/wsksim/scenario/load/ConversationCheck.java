package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.peer.Act;
import dev.wsksim.scenario.model.PlacedAct;

/** Finds acts of a conversation that cannot happen: behind its end, on a direction that is closed, or at an instant that is over. */
final class ConversationCheck {
    private final Problems problems;
    private boolean closed;
    private boolean ended;
    private boolean over;
    private SimTime earliest = SimTime.START;

    ConversationCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks the acts of one conversation. */
    void check(ImmutableList<PlacedAct> acts) {
        for (PlacedAct placed : acts) {
            Act act = placed.act();
            if (over) {
                report(placed, "the connection is no more by then", "this act comes too late");
                return;
            }
            if (act instanceof Act.Send && closed) {
                report(placed, "this end has closed its direction by then", "send before 'close'");
            }
            boolean receives = act instanceof Act.Receive
                    || act instanceof Act.ReceiveCount
                    || act instanceof Act.ReceiveRest
                    || act instanceof Act.ExpectEnd;
            if (receives && ended) {
                report(placed, "the stream has ended by then", "receive before the end");
            }
            if (act instanceof Act.WaitUntil until) {
                checkInstant(placed, until.instant());
            }
            closed |= act instanceof Act.Close;
            ended |= act instanceof Act.ExpectEnd || act instanceof Act.ReceiveRest;
            over = act instanceof Act.Reset || act instanceof Act.ExpectLoss;
        }
    }

    private void checkInstant(PlacedAct placed, SimTime instant) {
        if (instant.compareTo(earliest) < 0) {
            report(
                    placed,
                    "this act cannot happen at " + instant + ": an act before it happens at " + earliest,
                    "acts are written in the order in which they happen");
        } else {
            earliest = instant;
        }
    }

    private void report(PlacedAct placed, String message, String hint) {
        problems.report(placed.position(), 1, message, hint);
    }
}
