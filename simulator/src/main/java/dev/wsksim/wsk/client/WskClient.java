package dev.wsksim.wsk.client;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WSK_CLIENT: the provider's object for one registered driver; counts what WskDeregister has to wait for.
 *
 * <p>Owned by the provider. Opaque to the driver, who passes it as the first argument to every function of
 * WSK_PROVIDER_DISPATCH.
 */
public final class WskClient {

    private final int number;
    private final SecurityDescriptorCache securityDescriptors = new SecurityDescriptorCache();
    private int staticEvents;
    private int socketsMade;
    private int captures;
    private int callsInProgress;
    private int openSockets;
    private int pendingIrps;
    /** Set while WskDeregister waits. */
    private @Nullable Runnable whenQuieter;

    private final List<Runnable> whenDeregistering = new ArrayList<>(1);

    /** Makes the object of a driver that has captured nothing yet. */
    public WskClient(int number) {
        this.number = number;
    }

    /** Returns the client's number, from 1. */
    public int number() {
        return number;
    }

    /** Returns the descriptors that this client had cached. */
    public SecurityDescriptorCache securityDescriptors() {
        return securityDescriptors;
    }

    /** Returns how many captures of the provider have not been released. */
    public int captures() {
        return captures;
    }

    /** Tells whether the driver may call the functions of WSK_PROVIDER_DISPATCH. */
    public boolean isCaptured() {
        return captures > 0;
    }

    /** Notes that a function of WSK_PROVIDER_DISPATCH was entered. */
    public void callEntered() {
        callsInProgress++;
    }

    /** Notes that a function of WSK_PROVIDER_DISPATCH is about to return. */
    public void callReturned() {
        callsInProgress--;
        quieter();
    }

    /** Notes that an IRP given to a function of WSK_PROVIDER_DISPATCH is pending. */
    public void irpPended() {
        pendingIrps++;
    }

    /** Notes that such an IRP was completed. */
    public void irpCompleted() {
        pendingIrps--;
        quieter();
    }

    /** Returns the mask of the events that are enabled on every socket of this client, for good. */
    public int staticEvents() {
        return staticEvents;
    }

    /** Enables events on every socket that this client creates or accepts from now on, for good. */
    public void addStaticEvents(int mask) {
        staticEvents |= mask;
    }

    /** Tells whether the client has ever created a socket. */
    public boolean hasMadeSockets() {
        return socketsMade > 0;
    }

    /** Notes that a socket was created. */
    public void socketOpened() {
        socketsMade++;
        openSockets++;
    }

    /** Notes that a socket was freed. */
    public void socketClosed() {
        openSockets--;
        quieter();
    }

    /** Notes a successful capture. */
    public void captured() {
        captures++;
    }

    /** Notes that a capture was released. */
    public void released() {
        captures--;
        quieter();
    }

    /** Adds something to do when WskDeregister is called. */
    public void addWhenDeregistering(Runnable action) {
        whenDeregistering.add(action);
    }

    /** Forgets something that was to be done when WskDeregister is called. */
    public void removeWhenDeregistering(Runnable action) {
        whenDeregistering.remove(action);
    }

    /** Cancels what WskDeregister does not wait for. */
    public void deregistering() {
        ImmutableList.copyOf(whenDeregistering).forEach(Runnable::run);
    }

    /** Returns in words what WskDeregister still has to wait for; empty when it may return. */
    public ImmutableList<String> deregisterWaitsFor() {
        ImmutableList.Builder<String> causes = ImmutableList.builder();
        addCount(causes, captures, "captured provider NPI", "captured provider NPIs");
        addCount(causes, callsInProgress, "call in progress", "calls in progress");
        addCount(causes, openSockets, "open socket", "open sockets");
        addCount(causes, pendingIrps, "pending IRP", "pending IRPs");
        return causes.build();
    }

    private void quieter() {
        Runnable action = whenQuieter;
        if (action != null) {
            action.run();
        }
    }

    /** Sets what to do whenever one of the things that WskDeregister waits for has ended; null for nothing. */
    public void whenQuieter(@Nullable Runnable action) {
        whenQuieter = action;
    }

    private static void addCount(ImmutableList.Builder<String> causes, int count, String one, String many) {
        if (count > 0) {
            causes.add(count + " " + (count == 1 ? one : many));
        }
    }
}
