package dev.wsksim.wsk;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that were ordered for the WSK subsystem of one host, and how far they were met. */
public final class WskFaults {

    private final List<Order> orders = new ArrayList<>();

    /** A fault, the calls seen since it was ordered, and how many of them it made fail. */
    private static final class Order {
        private final WskFault fault;
        private int seen;
        private int met;

        Order(WskFault fault) {
            this.fault = fault;
        }
    }

    /**
     * How far a fault was met.
     *
     * @param fault the fault
     * @param seen how many calls of its function could have failed since it was ordered
     * @param met how many of them it made fail
     */
    public record Progress(WskFault fault, int seen, int met) {

        /** Tells whether as many calls failed as were to; of an endless number at least one. */
        public boolean isDone() {
            return fault.times() == WskFault.EVERY_TIME ? met > 0 : met == fault.times();
        }
    }

    /** Orders a fault; calls are counted from now on. */
    public void order(WskFault fault) {
        orders.add(new Order(fault));
    }

    /** Counts a call, and returns the fault that it meets, the one ordered first where there are several, or null. */
    public @Nullable WskFault meet(WskFunction function) {
        if (orders.isEmpty()) {
            return null;
        }
        WskFault met = null;
        for (Order order : orders) {
            if (order.fault.function() == function) {
                order.seen++;
                if (met == null && order.fault.meets(order.seen)) {
                    order.met++;
                    met = order.fault;
                }
            }
        }
        return met;
    }

    /** Returns how far each fault was met, in the order in which they were ordered. */
    public ImmutableList<Progress> progress() {
        return orders.stream()
                .map(order -> new Progress(order.fault, order.seen, order.met))
                .collect(ImmutableList.toImmutableList());
    }
}
