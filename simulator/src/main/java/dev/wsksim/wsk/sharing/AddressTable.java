package dev.wsksim.wsk.sharing;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.EphemeralPorts;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The local addresses in use of one transport and one address family on one host, and the decision who may have one
 * more.
 *
 * <p>A request is judged against every holder of the same port in the order in which they were bound; all of them must
 * let it pass, and the first that does not gives the status (assumption: which status wins among several conflicts is
 * not documented). Two different specific addresses never conflict. Port 0 asks for an ephemeral port that conflicts
 * with nobody.
 *
 * <p>Source: sharing-transport-addresses.
 */
public final class AddressTable {

    private static final int PORTS = 65_536;

    private final EphemeralPorts ephemeralPorts;
    private final IntPredicate freeElsewhere;
    private final @Nullable LocalBinding[] firstOnPort = new LocalBinding[PORTS];

    /** Makes an empty table that draws ephemeral ports from here. */
    public AddressTable(EphemeralPorts ephemeralPorts) {
        this(ephemeralPorts, port -> true);
    }

    /**
     * Makes an empty table.
     *
     * @param freeElsewhere tells whether a port is used by nobody who is not in this table
     */
    public AddressTable(EphemeralPorts ephemeralPorts, IntPredicate freeElsewhere) {
        this.ephemeralPorts = ephemeralPorts;
        this.freeElsewhere = freeElsewhere;
    }

    /**
     * Judges a request and, where it may pass, enters the new binding.
     *
     * @return the decision; its status is STATUS_SUCCESS, STATUS_ADDRESS_ALREADY_EXISTS, STATUS_ACCESS_DENIED, or
     *     STATUS_TOO_MANY_ADDRESSES where no ephemeral port is left
     */
    public BindDecision bind(BindRequest request) {
        return bind(request, port -> true);
    }

    /** Does the same, but takes only an ephemeral port that is also free in another table. */
    public BindDecision bind(BindRequest request, IntPredicate freeThereToo) {
        return request.local().port() == 0 ? bindEphemeral(request, freeThereToo) : bindPort(request);
    }

    /** Tells whether nobody holds a port. */
    public boolean isFree(int port) {
        return firstOnPort[port] == null;
    }

    /** Gives a binding back; the address may then be bound again. */
    public void release(LocalBinding binding) {
        int port = binding.port();
        LocalBinding holder = firstOnPort[port];
        if (holder == binding) {
            firstOnPort[port] = binding.next;
            return;
        }
        while (holder != null) {
            if (holder.next == binding) {
                holder.next = binding.next;
                return;
            }
            holder = holder.next;
        }
        throw new AssertionError("port " + port + " was not bound by socket " + binding.socketNumber());
    }

    /** Returns the bindings of a port in the order in which they were made. */
    public ImmutableList<LocalBinding> bindingsOf(int port) {
        ImmutableList.Builder<LocalBinding> bindings = ImmutableList.builder();
        for (LocalBinding holder = firstOnPort[port]; holder != null; holder = holder.next) {
            bindings.add(holder);
        }
        return bindings.build();
    }

    private BindDecision bindEphemeral(BindRequest request, IntPredicate freeThereToo) {
        int port = ephemeralPorts.allocate(candidate ->
                firstOnPort[candidate] == null && freeElsewhere.test(candidate) && freeThereToo.test(candidate));
        if (port == EphemeralPorts.EXHAUSTED) {
            return new BindDecision(
                    NtStatus.STATUS_TOO_MANY_ADDRESSES,
                    null,
                    "every port from " + ephemeralPorts.first() + " to " + ephemeralPorts.last() + " is in use");
        }
        return enter(request, port, "a free ephemeral port");
    }

    private BindDecision bindPort(BindRequest request) {
        int port = request.local().port();
        String reason = "";
        for (LocalBinding holder = firstOnPort[port]; holder != null; holder = holder.next) {
            SharingVerdict verdict = SharingVerdict.of(request, holder);
            if (verdict.status() != NtStatus.STATUS_SUCCESS) {
                return new BindDecision(verdict.status(), null, verdict.reason());
            }
            reason = reason.isEmpty() ? verdict.reason() : reason + "; " + verdict.reason();
        }
        return enter(request, port, reason.isEmpty() ? "nobody holds the port" : reason);
    }

    private BindDecision enter(BindRequest request, int port, String reason) {
        LocalBinding binding = new LocalBinding(
                request.socketNumber(),
                request.local().address(),
                port,
                request.option(),
                request.securityDescriptor());
        LocalBinding last = firstOnPort[port];
        if (last == null) {
            firstOnPort[port] = binding;
        } else {
            while (last.next != null) {
                last = last.next;
            }
            last.next = binding;
        }
        return new BindDecision(NtStatus.STATUS_SUCCESS, binding, reason);
    }

    /** Returns the endpoint that a binding holds. */
    public static Endpoint endpointOf(LocalBinding binding) {
        return new Endpoint(binding.address(), binding.port());
    }
}
