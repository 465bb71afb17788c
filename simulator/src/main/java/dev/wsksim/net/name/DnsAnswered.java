package dev.wsksim.net.name;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A host's question to DNS came to an end: with an answer, or without any.
 *
 * @param host the name of the host
 * @param question what was asked for: a name, or an address
 * @param answer the answer in words
 */
public record DnsAnswered(String host, String question, String answer) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "dns-answered";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("question", question);
        fields.text("answer", answer);
    }

    @Override
    public String describe() {
        return host + ": DNS answer for " + question + ": " + answer;
    }
}
