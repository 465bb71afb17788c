package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.ke.IrqlRaised;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.DescriptorEvent;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.name.AddressListEvent;
import dev.wsksim.wsk.provider.RegistrationEvent;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the things came from that a driver can leave over. */
final class Origins {

    private Origins() {}

    /** The call that asked for a socket, or the entry with which it came where no IRP delivered it. */
    static Left.Origin ofSocket(int socket) {
        return trace -> {
            Optional<TraceEntry> delivery = first(
                    trace,
                    record -> record instanceof IrpCompleted completed
                            && completed.pointer()
                            && completed.information() == socket
                            && isSocketMaker(completed.by()));
            return delivery.flatMap(entry ->
                            callOf(((IrpCompleted) entry.record()).irp()).in(trace))
                    .or(() -> first(
                            trace,
                            record -> record instanceof SocketEvent made
                                    && made.socket() == socket
                                    && made.change() == SocketEvent.Change.CREATED));
        };
    }

    private static boolean isSocketMaker(String function) {
        return function.equals("WskSocket") || function.equals("WskSocketConnect") || function.equals("WskAccept");
    }

    /** The last call that an IRP was passed to, or its allocation where there was none. */
    static Left.Origin ofIrp(Irp irp) {
        return trace -> callOf(irp.number())
                .in(trace)
                .or(() -> first(
                        trace, record -> record instanceof IrpAllocated allocated && allocated.irp() == irp.number()));
    }

    private static Left.Origin callOf(long irp) {
        return trace -> last(trace, record -> record instanceof WskCallEntered call && call.irp() == irp);
    }

    /** The callback that kept a list and returned STATUS_PENDING. */
    static Left.Origin ofKeptList(int socket) {
        return trace -> last(
                trace,
                record -> record instanceof CallbackReturned returned
                        && returned.socket() == socket
                        && returned.returned().equals("STATUS_PENDING"));
    }

    /** The delivery of an address list. */
    static Left.Origin ofAddressList(int list) {
        return trace -> first(trace, record -> record instanceof AddressListEvent event && event.list() == list);
    }

    /** The caching of a security descriptor. */
    static Left.Origin ofDescriptor(int descriptor) {
        return trace ->
                first(trace, record -> record instanceof DescriptorEvent event && event.descriptor() == descriptor);
    }

    /** What a registration went through last of this kind. */
    static Left.Origin ofRegistration(int registration, RegistrationEvent.Change change) {
        return trace -> last(
                trace,
                record -> record instanceof RegistrationEvent event
                        && event.registration() == registration
                        && event.change() == change);
    }

    /** The last time that a thread was raised. */
    static Left.Origin ofRaisedIrql() {
        return trace -> last(trace, IrqlRaised.class::isInstance);
    }

    private static Optional<TraceEntry> first(ImmutableList<TraceEntry> trace, Predicate<TraceRecord> wanted) {
        return trace.stream().filter(entry -> wanted.test(entry.record())).findFirst();
    }

    private static Optional<TraceEntry> last(ImmutableList<TraceEntry> trace, Predicate<TraceRecord> wanted) {
        return first(trace.reverse(), wanted);
    }
}
