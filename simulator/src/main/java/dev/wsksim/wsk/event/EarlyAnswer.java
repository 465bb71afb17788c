package dev.wsksim.wsk.event;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A callback returned whose list, or whose request to connect, the driver had given back before.
 *
 * @param function the function that was called before the callback returned: WskRelease or WskInspectComplete
 * @param callback the callback's C name
 * @param socket the number of the socket
 * @param subject the request that was asked about, as text; empty for a list
 * @param returned what the callback returned
 * @param counts whether the callback returned what makes the function's call right
 */
public record EarlyAnswer(String function, String callback, int socket, String subject, String returned, boolean counts)
        implements TraceRecord {

    /** Makes the record of a list that was released before its callback returned. */
    public static EarlyAnswer released(String callback, int socket, NtStatus returned) {
        return new EarlyAnswer(
                "WskRelease", callback, socket, "", String.valueOf(returned), returned == NtStatus.STATUS_PENDING);
    }

    /** Makes the record of an inspection that was completed before its callback returned. */
    public static EarlyAnswer completed(int socket, WskInspectId inspection, WskInspectAction returned) {
        return new EarlyAnswer(
                "WskInspectComplete",
                "WskInspectEvent",
                socket,
                inspection.toString(),
                returned.name(),
                returned.equals(WskInspectAction.WskInspectPend));
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "early-answer";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("function", function);
        fields.text("callback", callback);
        fields.number("socket", socket);
        fields.text("subject", subject);
        fields.text("returned", returned);
        fields.flag("counts", counts);
    }

    @Override
    public String describe() {
        return function + ", called before " + callback + " of socket " + socket + " had returned, "
                + (counts ? "counts now" : "was wrong, since it returned " + returned)
                + " (assumption, OQ-124)";
    }
}
