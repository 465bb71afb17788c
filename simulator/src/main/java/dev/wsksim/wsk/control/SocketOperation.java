package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.socket.SocketCategory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An option or an IOCTL of WskControlSocket: for which sockets, when, with what buffers and IRP, and what it does.
 *
 * <p>All operations are judged alike, in this order, before they do anything: the request type
 * (STATUS_INVALID_PARAMETER), the release (STATUS_NOT_SUPPORTED), the category of the socket
 * (STATUS_INVALID_DEVICE_REQUEST), the time (STATUS_INVALID_DEVICE_STATE), the input (STATUS_INVALID_PARAMETER); all of
 * these statuses are assumptions (OQ-57, OQ-87), since no page names them. The IRP is judged by the call.
 */
public final class SocketOperation {

    /** What an operation does once everything is judged. */
    @FunctionalInterface
    interface Action {
        ControlOutcome perform(SocketControl control);
    }

    private final InterfaceItem item;
    private final int level;
    private final int code;
    private ImmutableSet<SocketCategory> categories = Sets.immutableEnumSet(Arrays.asList(SocketCategory.values()));
    private When when = When.ANY_TIME;
    private IrpDemand irp = IrpDemand.REQUIRED;
    private Irql maxIrql = Irql.DISPATCH_LEVEL;
    private Shape in = Shape.NOTHING;
    private Shape out = Shape.NOTHING;
    private boolean sizeReturned;
    private @Nullable Action set;
    private @Nullable Action get;
    private @Nullable Action control;

    private SocketOperation(InterfaceItem item, int level) {
        this.item = item;
        this.level = level;
        this.code = (int) item.value().orElseThrow();
    }

    /** Begins an option or IOCTL that any socket has at any time with an IRP. */
    static SocketOperation of(String name, int level) {
        return new SocketOperation(SocketOperations.itemOf(name), level);
    }

    SocketOperation on(SocketCategory first, SocketCategory... rest) {
        categories = Sets.immutableEnumSet(first, rest);
        return this;
    }

    SocketOperation when(When time) {
        when = time;
        return this;
    }

    SocketOperation irp(IrpDemand demand) {
        irp = demand;
        return this;
    }

    SocketOperation atPassiveLevel() {
        maxIrql = Irql.PASSIVE_LEVEL;
        return this;
    }

    /** Makes an option that can be set from this type. */
    SocketOperation set(Shape type, Action action) {
        in = type;
        set = action;
        return this;
    }

    /** Makes an option that can be got as this type. */
    SocketOperation get(Shape type, Action action) {
        out = type;
        get = action;
        return this;
    }

    /** Makes an IOCTL. */
    SocketOperation control(Shape input, Shape output, Action action) {
        in = input;
        out = output;
        control = action;
        return this;
    }

    /** The size of the output is not known beforehand. */
    SocketOperation withSizeReturned() {
        sizeReturned = true;
        return this;
    }

    /** Returns its C name. */
    public String name() {
        return item.name();
    }

    /** Returns its entry among all items of the interface: kind, release, support, page. */
    public InterfaceItem item() {
        return item;
    }

    /** Returns the level of an option; 0 for an IOCTL. */
    public int level() {
        return level;
    }

    /** Returns its number. */
    public int code() {
        return code;
    }

    /** Tells whether it is an IOCTL, not an option. */
    public boolean isIoctl() {
        return control != null;
    }

    /** Tells whether it is an option that can be set. */
    public boolean canBeSet() {
        return set != null;
    }

    /** Tells whether it is an option that can be got. */
    public boolean canBeGot() {
        return get != null;
    }

    /** Returns the categories of sockets that have it. */
    public ImmutableSet<SocketCategory> categories() {
        return categories;
    }

    /** Returns when it is allowed; an option can be got at any time. */
    public When when() {
        return when;
    }

    /** Returns whether it takes an IRP. */
    public IrpDemand irp() {
        return irp;
    }

    /** Returns the highest IRQL. */
    public Irql maxIrql() {
        return maxIrql;
    }

    /** Returns what InputBuffer holds for a set or an IOCTL. */
    public Shape in() {
        return in;
    }

    /** Returns what OutputBuffer holds for a get or an IOCTL. */
    public Shape out() {
        return out;
    }

    /** Tells whether OutputSizeReturned has a use. */
    public boolean hasSizeReturned() {
        return sizeReturned;
    }

    ControlOutcome perform(SocketControl request) {
        Action action = actionFor(request.request().requestType());
        if (action == null) {
            return ControlOutcome.invalid(
                    name() + " is not for " + request.request().requestTypeName());
        }
        WindowsRelease since = item.since();
        if (!request.environment().has(since)) {
            return ControlOutcome.failed(NtStatus.STATUS_NOT_SUPPORTED, name() + " exists from " + since + " on");
        }
        SocketCategory category = request.socket().category();
        if (!categories.contains(category)) {
            return ControlOutcome.failed(
                    NtStatus.STATUS_INVALID_DEVICE_REQUEST, "a " + category.text() + " has no " + name());
        }
        boolean reads = request.request().requestType() == Wsk.WSK_GET_OPTION;
        if (!reads && !when.holds(request.socket())) {
            return ControlOutcome.failed(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + request.socket().state().text() + ", but " + name() + " is " + when.demand());
        }
        if (!reads && !isInputGood(request)) {
            return ControlOutcome.invalid("InputBuffer must be " + in.text());
        }
        return action.perform(request);
    }

    private @Nullable Action actionFor(int requestType) {
        return switch (requestType) {
            case Wsk.WSK_SET_OPTION -> set;
            case Wsk.WSK_GET_OPTION -> get;
            default -> control;
        };
    }

    private boolean isInputGood(SocketControl request) {
        Object input = request.input();
        if (in == Shape.NOTHING || in == Shape.SECURITY_DESCRIPTOR) {
            return true;
        }
        if (input == null) {
            return (in == Shape.SOCKADDR || in == Shape.BYTES)
                    && request.request().inputSize() == 0;
        }
        if (in == Shape.BOOLEAN && !(input instanceof Long number && (number == 0 || number == 1))) {
            return false;
        }
        if (in == Shape.SOCKADDR) {
            return isOfFamily(request, input) && hasRoomForIt(request);
        }
        return in.fits(request.request().inputSize(), input);
    }

    private static boolean isOfFamily(SocketControl request, Object input) {
        return input instanceof SockAddr address
                && address.saFamily() == request.socket().triple().addressFamily();
    }

    /** A SOCKADDR may be in a larger buffer, up to a SOCKADDR_STORAGE. */
    private static boolean hasRoomForIt(SocketControl request) {
        boolean six = request.socket().triple().addressFamily() == Ws2def.AF_INET6;
        long size = request.request().inputSize();
        return size >= (six ? Ws2defNames.SIZE_OF_SOCKADDR_IN6 : Ws2defNames.SIZE_OF_SOCKADDR_IN)
                && size <= Ws2defNames.SIZE_OF_SOCKADDR_STORAGE;
    }

    @Override
    public String toString() {
        return name();
    }
}
