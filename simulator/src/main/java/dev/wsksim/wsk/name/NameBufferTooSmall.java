package dev.wsksim.wsk.name;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * WskGetNameInfo found that a driver's buffer has no room for a name and its terminating NUL.
 *
 * @param irp the number of the call's IRP
 * @param parameter the parameter with the buffer
 * @param bytes the bytes that the buffer has
 * @param needed the bytes that it needs
 */
public record NameBufferTooSmall(long irp, String parameter, int bytes, int needed) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "name-buffer-too-small";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("parameter", parameter);
        fields.number("bytes", bytes);
        fields.number("needed", needed);
    }

    @Override
    public String describe() {
        return parameter + " of WskGetNameInfo needs " + needed + " bytes and has " + bytes;
    }
}
