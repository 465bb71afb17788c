package dev.wsksim.net.peer;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A scripted client could not even begin to connect.
 *
 * @param host the name of the client's host
 * @param remote where it wanted to connect to
 * @param failure why
 */
public record ClientFailed(String host, Endpoint remote, ConnectFailure failure) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "peer-client-failed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("remote", remote.toString());
        fields.text("failure", failure.name());
    }

    @Override
    public String describe() {
        return host + " cannot connect to " + remote + ": " + failure.sentence();
    }
}
