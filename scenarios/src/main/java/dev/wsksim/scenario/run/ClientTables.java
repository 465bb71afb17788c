package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskClientDatagramDispatch;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import dev.wsksim.wsk.socket.WskClientStreamDispatch;
import org.jspecify.annotations.Nullable;

/** Makes client dispatch tables out of what a step gives for Dispatch; their members are the scripted callbacks of the socket. */
final class ClientTables {

    private static final ImmutableList<EventCallback> LISTEN =
            ImmutableList.of(EventCallback.ACCEPT, EventCallback.INSPECT, EventCallback.ABORT);
    private static final ImmutableList<EventCallback> CONNECTION =
            ImmutableList.of(EventCallback.RECEIVE, EventCallback.DISCONNECT, EventCallback.SEND_BACKLOG);
    private static final ImmutableList<EventCallback> DATAGRAM = ImmutableList.of(EventCallback.RECEIVE_FROM);

    private ClientTables() {}

    /** Returns the table that a step gives for a socket of a category; null for NULL. */
    static @Nullable ClientTable of(SocketCategory category, ArgumentValue dispatch, SocketScript script)
            throws ArgumentProblemException {
        if (dispatch instanceof ArgumentValue.Null) {
            return null;
        }
        if (category == SocketCategory.STREAM) {
            return stream(dispatch, script);
        }
        return table(category, members(dispatch), script, dispatch.position());
    }

    /** Returns the table that a step gives for a connection; null for NULL. */
    static @Nullable WskClientConnectionDispatch ofConnection(ArgumentValue dispatch, SocketScript script)
            throws ArgumentProblemException {
        return (WskClientConnectionDispatch) of(SocketCategory.CONNECTION, dispatch, script);
    }

    /** Returns the table that has just the callbacks that a script speaks of. */
    static ClientTable of(SocketCategory category, SocketScript script, SourcePosition position)
            throws ArgumentProblemException {
        ImmutableSet<EventCallback> members = script.scripted();
        if (category != SocketCategory.STREAM) {
            return table(category, members, script, position);
        }
        boolean listens = members.stream().anyMatch(LISTEN::contains);
        boolean connects = members.stream().anyMatch(CONNECTION::contains);
        requireMembers(members, "WSK_CLIENT_STREAM_DISPATCH", position, LISTEN, CONNECTION);
        return new WskClientStreamDispatch(
                listens ? script.listenTable(members) : null, connects ? script.connectionTable(members) : null);
    }

    /** Returns the table of a connection that has just the callbacks that a script speaks of. */
    static WskClientConnectionDispatch ofConnection(SocketScript script, SourcePosition position)
            throws ArgumentProblemException {
        return (WskClientConnectionDispatch) of(SocketCategory.CONNECTION, script, position);
    }

    private static ClientTable table(
            SocketCategory category, ImmutableSet<EventCallback> members, SocketScript script, SourcePosition position)
            throws ArgumentProblemException {
        return switch (kind(category, members)) {
            case LISTEN -> {
                requireMembers(members, "WSK_CLIENT_LISTEN_DISPATCH", position, LISTEN);
                yield script.listenTable(members);
            }
            case DATAGRAM -> {
                requireMembers(members, "WSK_CLIENT_DATAGRAM_DISPATCH", position, DATAGRAM);
                yield new WskClientDatagramDispatch(
                        members.contains(EventCallback.RECEIVE_FROM) ? script.receiveFromMember() : null);
            }
            default -> {
                requireMembers(members, "WSK_CLIENT_CONNECTION_DISPATCH", position, CONNECTION);
                yield script.connectionTable(members);
            }
        };
    }

    /** A basic socket has no table of its own; whatever a driver passes is some other category's. */
    private static SocketCategory kind(SocketCategory category, ImmutableSet<EventCallback> members) {
        if (category != SocketCategory.BASIC) {
            return category;
        }
        return members.stream().anyMatch(LISTEN::contains)
                ? SocketCategory.LISTEN
                : members.stream().anyMatch(DATAGRAM::contains) ? SocketCategory.DATAGRAM : SocketCategory.CONNECTION;
    }

    private static WskClientStreamDispatch stream(ArgumentValue dispatch, SocketScript script)
            throws ArgumentProblemException {
        if (!(dispatch instanceof ArgumentValue.Fields fields)) {
            throw new ArgumentProblemException(
                    dispatch.position(),
                    "WSK_CLIENT_STREAM_DISPATCH has the members Listen and Connect, each another table",
                    "for example { Listen: [WskAcceptEvent], Connect: [WskReceiveEvent] }");
        }
        WskClientListenDispatch listen = null;
        WskClientConnectionDispatch connect = null;
        for (ArgumentValue.Member member : fields.members()) {
            ArgumentValue value = member.value();
            boolean given = !(value instanceof ArgumentValue.Null);
            switch (member.name().name()) {
                case "Listen" ->
                    listen = given
                            ? (WskClientListenDispatch)
                                    table(SocketCategory.LISTEN, members(value), script, value.position())
                            : null;
                case "Connect" ->
                    connect = given
                            ? (WskClientConnectionDispatch)
                                    table(SocketCategory.CONNECTION, members(value), script, value.position())
                            : null;
                default ->
                    throw new ArgumentProblemException(
                            member.name().position(),
                            "WSK_CLIENT_STREAM_DISPATCH has no member '" + member.name() + "'",
                            "its members are Listen and Connect");
            }
        }
        return new WskClientStreamDispatch(listen, connect);
    }

    private static ImmutableSet<EventCallback> members(ArgumentValue dispatch) throws ArgumentProblemException {
        ImmutableList<ArgumentValue> words =
                dispatch instanceof ArgumentValue.Items items ? items.values() : ImmutableList.of(dispatch);
        ImmutableSet.Builder<EventCallback> members = ImmutableSet.builder();
        for (ArgumentValue word : words) {
            members.add(EventCallback.named(word.toString())
                    .orElseThrow(() -> new ArgumentProblemException(
                            word.position(),
                            "'" + word + "' is no member of a client dispatch table",
                            "members are " + String.join(", ", EventCallback.names()))));
        }
        return members.build();
    }

    @SafeVarargs
    private static void requireMembers(
            ImmutableSet<EventCallback> members,
            String table,
            SourcePosition position,
            ImmutableList<EventCallback>... known)
            throws ArgumentProblemException {
        ImmutableList.Builder<EventCallback> all = ImmutableList.builder();
        for (ImmutableList<EventCallback> some : known) {
            all.addAll(some);
        }
        ImmutableList<EventCallback> own = all.build();
        for (EventCallback member : members) {
            if (!own.contains(member)) {
                throw new ArgumentProblemException(
                        position,
                        table + " has no member " + member,
                        "its members are "
                                + String.join(
                                        ", ",
                                        own.stream().map(EventCallback::word).toList()));
            }
        }
    }
}
