package dev.wsksim.scenario.run;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.IrqlStack;
import dev.wsksim.scenario.model.AcceptedSocket;
import dev.wsksim.scenario.model.EventAnswer;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.event.WskAbortEvent;
import dev.wsksim.wsk.event.WskAcceptEvent;
import dev.wsksim.wsk.event.WskDisconnectEvent;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectEvent;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.event.WskReceiveEvent;
import dev.wsksim.wsk.event.WskReceiveFromEvent;
import dev.wsksim.wsk.event.WskSendBacklogEvent;
import dev.wsksim.wsk.flag.AcceptEventFlags;
import dev.wsksim.wsk.flag.DisconnectEventFlags;
import dev.wsksim.wsk.flag.ReceiveEventFlags;
import dev.wsksim.wsk.flag.ReceiveFromEventFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event callbacks of one socket: they answer as the scenario says, and make the calls that it asks for. */
final class SocketScript
        implements WskReceiveEvent,
                WskDisconnectEvent,
                WskSendBacklogEvent,
                WskAcceptEvent,
                WskInspectEvent,
                WskAbortEvent,
                WskReceiveFromEvent {

    private static final String NULL = "NULL";

    private final EventScripts events;
    private final Optional<Reference> socket;
    private final Map<EventCallback, ImmutableList<EventAnswer>> answers = new EnumMap<>(EventCallback.class);
    private final Multiset<EventCallback> calls = EnumMultiset.create(EventCallback.class);
    private final Set<EventCallback> members = new LinkedHashSet<>();

    SocketScript(EventScripts events, Optional<Reference> socket, EventScript script) {
        this.events = events;
        this.socket = socket;
        answers.putAll(script.answers());
    }

    /** Replaces the answers of some callbacks, and counts their calls anew. */
    void change(EventScript script) {
        script.answers().forEach((callback, given) -> {
            answers.put(callback, given);
            calls.setCount(callback, 0);
        });
    }

    /** Returns the callbacks that the scenario speaks of. */
    ImmutableSet<EventCallback> scripted() {
        return ImmutableSet.copyOf(answers.keySet());
    }

    /** Returns those callbacks that the scenario speaks of and no table has. */
    ImmutableSet<EventCallback> unreachable() {
        return answers.keySet().stream()
                .filter(callback -> !members.contains(callback))
                .collect(ImmutableSet.toImmutableSet());
    }

    WskClientConnectionDispatch connectionTable(ImmutableSet<EventCallback> wanted) {
        members.addAll(wanted);
        return new WskClientConnectionDispatch(
                wanted.contains(EventCallback.RECEIVE) ? this : null,
                wanted.contains(EventCallback.DISCONNECT) ? this : null,
                wanted.contains(EventCallback.SEND_BACKLOG) ? this : null);
    }

    WskClientListenDispatch listenTable(ImmutableSet<EventCallback> wanted) {
        members.addAll(wanted);
        return new WskClientListenDispatch(
                wanted.contains(EventCallback.ACCEPT) ? this : null,
                wanted.contains(EventCallback.INSPECT) ? this : null,
                wanted.contains(EventCallback.ABORT) ? this : null);
    }

    /** Returns this for a table of a datagram socket. */
    WskReceiveFromEvent receiveFromMember() {
        members.add(EventCallback.RECEIVE_FROM);
        return this;
    }

    @Override
    public NtStatus receiveEvent(
            @Nullable Object socketContext,
            ReceiveEventFlags flags,
            @Nullable WskDataIndication dataIndication,
            long bytesIndicated,
            Variable<Long> bytesAccepted) {
        Turn turn = new Turn(EventCallback.RECEIVE);
        if (turn.isWatched()) {
            turn.note(
                    ImmutableMap.of(
                            "Flags", flags.toString(),
                            "DataIndication", IndicationLayout.of(dataIndication),
                            "BytesIndicated", Long.toString(bytesIndicated)),
                    dataIndication == null ? ImmutableList.of() : ImmutableList.of(dataIndication.toBytes()));
        }
        turn.answer.bytesAccepted().ifPresent(bytesAccepted::set);
        turn.answer.indication().ifPresent(name -> events.keepIndication(name, dataIndication));
        return turn.returnStatus();
    }

    @Override
    public NtStatus receiveFromEvent(
            @Nullable Object socketContext,
            ReceiveFromEventFlags flags,
            @Nullable WskDatagramIndication dataIndication) {
        Turn turn = new Turn(EventCallback.RECEIVE_FROM);
        if (turn.isWatched()) {
            String from = dataIndication == null
                    ? "nobody"
                    : dataIndication.remoteAddress().toString();
            turn.note(
                    ImmutableMap.of(
                            "Flags",
                            flags.toString(),
                            "DataIndication",
                            IndicationLayout.of(dataIndication),
                            "RemoteAddress",
                            from),
                    datagrams(dataIndication));
        }
        turn.answer.indication().ifPresent(name -> events.keepIndication(name, dataIndication));
        return turn.returnStatus();
    }

    private static ImmutableList<byte[]> datagrams(@Nullable WskDatagramIndication head) {
        ImmutableList.Builder<byte[]> all = ImmutableList.builder();
        for (WskDatagramIndication entry = head; entry != null; entry = entry.next()) {
            all.add(entry.buffer().toBytes());
        }
        return all.build();
    }

    @Override
    public NtStatus disconnectEvent(@Nullable Object socketContext, DisconnectEventFlags flags) {
        Turn turn = new Turn(EventCallback.DISCONNECT);
        if (turn.isWatched()) {
            turn.note(ImmutableMap.of("Flags", flags.toString()), ImmutableList.of());
        }
        return turn.returnStatus();
    }

    @Override
    public NtStatus sendBacklogEvent(@Nullable Object socketContext, long idealBacklogSize) {
        Turn turn = new Turn(EventCallback.SEND_BACKLOG);
        if (turn.isWatched()) {
            turn.note(ImmutableMap.of("IdealBacklogSize", Long.toString(idealBacklogSize)), ImmutableList.of());
        }
        return turn.returnStatus();
    }

    @Override
    public NtStatus acceptEvent(
            @Nullable Object socketContext,
            AcceptEventFlags flags,
            @Nullable SockAddr localAddress,
            @Nullable SockAddr remoteAddress,
            @Nullable ConnectionSocket acceptSocket,
            Variable<Object> acceptSocketContext,
            Variable<WskClientConnectionDispatch> acceptSocketDispatch) {
        Turn turn = new Turn(EventCallback.ACCEPT);
        AcceptedSocket accepted = turn.answer.accepted();
        if (turn.isWatched()) {
            String name = accepted.name().map(Reference::name).orElse("a socket without a name");
            turn.note(
                    ImmutableMap.of(
                            "Flags", flags.toString(),
                            "LocalAddress", text(localAddress),
                            "RemoteAddress", text(remoteAddress),
                            "AcceptSocket", acceptSocket == null ? NULL : name),
                    ImmutableList.of());
        }
        if (acceptSocket != null) {
            events.accepted(accepted, acceptSocket, acceptSocketContext, acceptSocketDispatch);
        }
        return turn.returnStatus();
    }

    @Override
    public WskInspectAction inspectEvent(
            @Nullable Object socketContext,
            @Nullable SockAddr localAddress,
            @Nullable SockAddr remoteAddress,
            @Nullable WskInspectId inspectId) {
        Turn turn = new Turn(EventCallback.INSPECT);
        if (turn.isWatched()) {
            turn.note(
                    ImmutableMap.of(
                            "LocalAddress", text(localAddress),
                            "RemoteAddress", text(remoteAddress),
                            "InspectID", text(inspectId)),
                    ImmutableList.of());
        }
        turn.answer.inspectId().ifPresent(name -> events.keepInspection(name, inspectId));
        return turn.returned(turn.answer.action().orElse(WskInspectAction.WskInspectAccept));
    }

    @Override
    public NtStatus abortEvent(@Nullable Object socketContext, WskInspectId inspectId) {
        Turn turn = new Turn(EventCallback.ABORT);
        if (turn.isWatched()) {
            turn.note(ImmutableMap.of("InspectID", text(inspectId)), ImmutableList.of());
        }
        return turn.returnStatus();
    }

    private static String text(@Nullable Object pointer) {
        return pointer == null ? NULL : pointer.toString();
    }

    /** One call of a callback. */
    private final class Turn {

        private final EventCallback callback;
        private final EventAnswer answer;
        private @Nullable SeenCallback seen;

        Turn(EventCallback callback) {
            this.callback = callback;
            ImmutableList<EventAnswer> given = answers.getOrDefault(callback, ImmutableList.of(EventAnswer.ACCEPTING));
            answer = given.get(Math.min(calls.count(callback), given.size() - 1));
            calls.add(callback);
            events.beginAnswer(answer.position());
        }

        boolean isWatched() {
            return events.isWatched(socket);
        }

        void note(ImmutableMap<String, String> parameters, ImmutableList<byte[]> data) {
            seen = events.note(socket, callback, parameters, data);
        }

        NtStatus returnStatus() {
            return returned(answer.status().orElse(NtStatus.STATUS_SUCCESS));
        }

        <R> R returned(R value) {
            if (!answer.calls().isEmpty() || !answer.awaits().isEmpty()) {
                IrqlStack outside = events.threads().enter();
                answer.calls().forEach(call -> events.make(call, callback));
                answer.awaits().forEach(events::await);
                events.threads().leave(outside);
            }
            SeenCallback noted = seen;
            if (noted != null) {
                noted.setReturned(value);
            }
            return value;
        }
    }
}
