package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Event;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectionRequest;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.event.EarlyAnswer;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inspections of a listening socket with conditional accept: asks WskInspectEvent about each SYN before the
 * handshake, does what it says, and tells WskAbortEvent of those that were dropped.
 *
 * <p>A retransmitted SYN belongs to the inspection that the first one began. A request that is rejected gets a RST, as
 * one to a port where nobody listens (assumption: the pages say that it is dropped). An inspection ends by itself when
 * the peer resets it, begins another connection between the same endpoints, or does not finish the handshake; a pended
 * one has no time-out (assumption). What WskInspectComplete says before WskInspectEvent has returned is done when that
 * returns WskInspectPend, unless a decision refuses it (assumption, OQ-124).
 *
 * <p>Source: so-conditional-accept, nc-wsk-pfn_wsk_inspect_event, nc-wsk-pfn_wsk_inspect_complete,
 * nc-wsk-pfn_wsk_abort_event.
 */
final class Inspections {

    private enum Stage {
        TO_BE_ASKED,
        ASKING,
        PENDED,
        LET_IN,
        DROPPED
    }

    private final ListenRole role;
    private final ListenIndicator indicator;
    private final Map<WskInspectId, Inspection> byId = new LinkedHashMap<>();
    private long begun;

    Inspections(ListenRole role, ListenIndicator indicator) {
        this.role = role;
        this.indicator = indicator;
    }

    /** Takes a SYN. */
    void requested(ConnectionRequest request) {
        for (Inspection known : ImmutableList.copyOf(byId.values())) {
            if (known.isUndecided() && known.isBetween(request.local(), request.remote())) {
                if (known.request.initialSequence() == request.initialSequence()) {
                    known.request = request;
                    return;
                }
                known.drop();
            }
        }
        WskInspectId id = new WskInspectId(role.socket().number(), ++begun);
        Inspection inspection = new Inspection(id, request);
        byId.put(id, inspection);
        role.environment().loop().schedule(0, inspection);
    }

    /** Tells whether a SYN repeats one that is being inspected. */
    boolean isInspecting(ConnectionRequest request) {
        return byId.values().stream()
                .anyMatch(known -> known.isUndecided()
                        && known.isBetween(request.local(), request.remote())
                        && known.request.initialSequence() == request.initialSequence());
    }

    /** The peer has given up the SYN in front of this sequence number. */
    void withdrawn(Endpoint local, Endpoint remote, int sequence) {
        for (Inspection known : ImmutableList.copyOf(byId.values())) {
            if (known.isUndecided()
                    && known.isBetween(local, remote)
                    && known.request.initialSequence() + 1 == sequence) {
                known.drop();
            }
        }
    }

    /** Ends an inspection that WskInspectEvent has left pending. */
    InspectCompletion complete(WskInspectId id, WskInspectAction action) {
        Inspection known = byId.get(id);
        if (action.equals(WskInspectAction.WskInspectPend)) {
            return InspectCompletion.invalid("Action is WskInspectPend");
        }
        if (known != null && known.asked && known.early == null) {
            return completeEarly(known, action);
        }
        if (known == null || !known.isCompletable()) {
            return InspectCompletion.invalid("no inspection with InspectID " + id + " is pending");
        }
        if (known.stage == Stage.DROPPED) {
            byId.remove(id);
            return InspectCompletion.done("the request was aborted before: no connection follows (assumption, OQ-14)");
        }
        known.decide(action);
        return InspectCompletion.done("the inspection goes on with " + action);
    }

    /** Judges a completion while WskInspectEvent still runs. */
    private InspectCompletion completeEarly(Inspection known, WskInspectAction action) {
        boolean counts = role.environment()
                .decisions()
                .chooses(
                        WskDecisions.EARLY_INSPECTION,
                        WskDecisions.COUNTS,
                        role.socket().number());
        if (!counts) {
            return new InspectCompletion(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "WskInspectEvent has not returned WskInspectPend for " + known.id + " yet (assumption, OQ-124)");
        }
        known.early = action;
        return InspectCompletion.done(
                "WskInspectEvent still runs: this counts if it returns WskInspectPend (assumption, OQ-124)");
    }

    /** The connection of an inspection is established, which ends it. */
    void established(WskInspectId id) {
        byId.remove(id);
    }

    /** The connection of an inspection was dropped in its handshake. */
    void dropped(WskInspectId id) {
        Inspection known = byId.get(id);
        if (known != null) {
            known.drop();
        }
    }

    /** Ends all inspections without a word to the driver; the peers get a RST. */
    void refuseAll() {
        for (Inspection known : byId.values()) {
            if (known.isUndecided()) {
                known.request.refuse();
            }
        }
        byId.clear();
    }

    /** One request under inspection; fires when WskInspectEvent is due. */
    private final class Inspection implements Event {

        private final WskInspectId id;
        private final Endpoint local;
        private final Endpoint remote;
        private ConnectionRequest request;
        private Stage stage = Stage.TO_BE_ASKED;
        /** Whether WskInspectEvent runs for this request, even where the peer has given it up meanwhile. */
        private boolean asked;

        private boolean pendedBefore;
        private @Nullable WskInspectAction early;

        Inspection(WskInspectId id, ConnectionRequest request) {
            this.id = id;
            this.local = request.local();
            this.remote = request.remote();
            this.request = request;
        }

        boolean isBetween(Endpoint givenLocal, Endpoint givenRemote) {
            return local.equals(givenLocal) && remote.equals(givenRemote);
        }

        boolean isUndecided() {
            return stage == Stage.TO_BE_ASKED || stage == Stage.ASKING || stage == Stage.PENDED;
        }

        boolean isCompletable() {
            return stage == Stage.PENDED || (stage == Stage.DROPPED && pendedBefore);
        }

        @Override
        public void fire() {
            if (stage == Stage.TO_BE_ASKED
                    && byId.containsKey(id)
                    && role.socket().state() == SocketState.LISTENING) {
                stage = Stage.ASKING;
                asked = true;
                @Nullable WskInspectAction answer = indicator.inspect(local, remote, id);
                asked = false;
                // Anything else than an action counts as a rejection (assumption, OQ-30).
                WskInspectAction action = answer == null ? WskInspectAction.WskInspectReject : answer;
                if (stage == Stage.DROPPED) {
                    droppedMeanwhile(action);
                } else if (byId.containsKey(id)) {
                    answered(action);
                }
                reportEarly(action);
            }
        }

        /** Does what the callback has returned, and what was said about the request before that. */
        private void answered(WskInspectAction action) {
            decide(action);
            WskInspectAction said = early;
            if (action.equals(WskInspectAction.WskInspectPend) && said != null) {
                decide(said);
            }
        }

        private void reportEarly(WskInspectAction returned) {
            Trace trace = role.environment().trace();
            if (early != null && trace.isActive()) {
                trace.emit(EarlyAnswer.completed(role.socket().number(), id, returned));
            }
        }

        /** The peer has given up while the callback ran; the driver, which does not know it, has pended or accepted it. */
        private void droppedMeanwhile(WskInspectAction action) {
            if (action.equals(WskInspectAction.WskInspectPend) && early == null) {
                pendedBefore = true;
            } else {
                byId.remove(id);
            }
            if (action.equals(WskInspectAction.WskInspectPend) || action.equals(WskInspectAction.WskInspectAccept)) {
                role.environment().loop().schedule(0, this::indicateAbort);
            }
        }

        void decide(WskInspectAction action) {
            if (action.equals(WskInspectAction.WskInspectPend)) {
                stage = Stage.PENDED;
                pendedBefore = true;
            } else if (action.equals(WskInspectAction.WskInspectAccept)) {
                stage = Stage.LET_IN;
                pendedBefore = false;
                if (!role.letIn(request, id)) {
                    drop();
                }
            } else {
                byId.remove(id);
                request.refuse();
            }
        }

        /** The request is gone; the driver is told, in an event of its own, if it has answered before. */
        void drop() {
            boolean answered = stage == Stage.PENDED || stage == Stage.LET_IN;
            stage = Stage.DROPPED;
            if (!pendedBefore && !asked) {
                byId.remove(id);
            }
            if (answered) {
                role.environment().loop().schedule(0, this::indicateAbort);
            }
        }

        private void indicateAbort() {
            if (role.socket().state() == SocketState.LISTENING) {
                indicator.abort(id);
            }
        }
    }
}
