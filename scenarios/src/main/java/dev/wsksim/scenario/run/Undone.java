package dev.wsksim.scenario.run;

import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.ke.IrqlLowered;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.provider.RegistrationEvent;
import java.util.List;

/** Finds what took away the last thing of a kind that could have been left over. */
final class Undone {

    private Undone() {}

    /** Returns the number of the last entry that did so; 0 where none does. */
    static long last(LeftOver kind, List<TraceEntry> trace) {
        return trace.stream()
                .filter(entry -> undoes(entry.record(), kind))
                .mapToLong(TraceEntry::number)
                .max()
                .orElse(0);
    }

    private static boolean undoes(TraceRecord record, LeftOver kind) {
        return switch (kind) {
            case OPEN_SOCKET -> record instanceof SocketEvent event && event.change() == SocketEvent.Change.FREED;
            case PENDING_IRP -> record instanceof IrpCompleted;
            case UNFREED_IRP -> record instanceof IrpFreed;
            case RETAINED_INDICATION -> isCall(record, WskFunction.WskRelease);
            case CACHED_DESCRIPTOR ->
                record instanceof WskCallEntered call
                        && call.arguments().getOrDefault("ControlCode", "").equals("WSK_RELEASE_SD");
            case ADDRESS_LIST -> isCall(record, WskFunction.WskFreeAddressInfo);
            case CAPTURED_NPI ->
                record instanceof RegistrationEvent event && event.change() == RegistrationEvent.Change.RELEASED;
            case REGISTRATION ->
                record instanceof RegistrationEvent event && event.change() == RegistrationEvent.Change.DEREGISTERED;
            case OPEN_CONNECTION -> record instanceof TcpStateChanged change && change.to() == TcpState.CLOSED;
            case RAISED_IRQL -> record instanceof IrqlLowered;
            case UNREAD_DATA -> false;
        };
    }

    private static boolean isCall(TraceRecord record, WskFunction function) {
        return record instanceof WskCallEntered call && call.function() == function;
    }
}
