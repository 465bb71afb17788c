package dev.wsksim.wsk.provider;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.engine.Waiting;
import dev.wsksim.wsk.client.WskClient;
import org.jspecify.annotations.Nullable;

/**
 * A thread blocked in WskDeregister until every capture is released, every call has returned, every socket is closed
 * and every IRP is completed.
 *
 * <p>Source: nf-wsk-wskderegister, unregistering-a-winsock-kernel-application.
 */
final class Deregistration implements Event, Waiting {

    private final SimulationLoop loop;
    private final @Nullable WskClient client;
    private final String thread;
    private final Runnable whenDone;
    private boolean scheduled;

    Deregistration(SimulationLoop loop, @Nullable WskClient client, String thread, Runnable whenDone) {
        this.loop = loop;
        this.client = client;
        this.thread = thread;
        this.whenDone = whenDone;
    }

    void begin() {
        loop.addWaiting(this);
        if (client != null) {
            client.whenQuieter(this::look);
        }
        look();
    }

    /**
     * Looks whether all conditions hold; the return is an event of its own, so that what ended the last condition can
     * finish first.
     */
    private void look() {
        boolean over = client == null || client.deregisterWaitsFor().isEmpty();
        if (over && !scheduled) {
            scheduled = true;
            loop.schedule(0, this);
        }
    }

    @Override
    public void fire() {
        scheduled = false;
        if (client != null && !client.deregisterWaitsFor().isEmpty()) {
            return;
        }
        if (client != null) {
            client.whenQuieter(null);
        }
        loop.removeWaiting(this);
        whenDone.run();
    }

    @Override
    public String describe() {
        String causes = client == null ? "" : String.join(", ", client.deregisterWaitsFor());
        return thread + " waits in WskDeregister for " + causes;
    }
}
