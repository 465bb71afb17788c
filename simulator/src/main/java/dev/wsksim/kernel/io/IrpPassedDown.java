package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A higher driver passed an IRP down to the driver.
 *
 * @param irp the number of the IRP
 * @param from the name of the higher driver
 * @param freeLocations how many stack locations are left below the driver
 */
public record IrpPassedDown(long irp, String from, int freeLocations) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-passed-down";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("from", from);
        fields.number("free-locations", freeLocations);
    }

    @Override
    public String describe() {
        String left = freeLocations == 1 ? "1 free stack location" : freeLocations + " free stack locations";
        return "IRP " + irp + " is passed down from " + from + " with " + left;
    }
}
