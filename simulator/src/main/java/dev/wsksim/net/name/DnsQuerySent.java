package dev.wsksim.net.name;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A host sent a query to DNS.
 *
 * @param host the name of the host
 * @param question what was asked for: a name, or an address
 * @param query the number of the query for this question, from 1
 */
public record DnsQuerySent(String host, String question, int query) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "dns-query-sent";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("question", question);
        fields.number("query", query);
    }

    @Override
    public String describe() {
        return host + ": DNS query " + query + " for " + question;
    }
}
