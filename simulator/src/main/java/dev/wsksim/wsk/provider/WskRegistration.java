package dev.wsksim.wsk.provider;

import dev.wsksim.wsk.client.WskClient;
import org.jspecify.annotations.Nullable;

/**
 * WSK_REGISTRATION: the block that ties a driver to the provider from WskRegister to WskDeregister.
 *
 * <p>Allocated by the driver, filled by WskRegister, never read by the driver. Source: ns-wsk-_wsk_registration.
 */
public final class WskRegistration {

    /** Where a registration is in its life. */
    public enum State {
        /** Not yet filled by WskRegister. */
        BLANK,
        /** Between WskRegister and WskDeregister. */
        REGISTERED,
        /** WskDeregister was called and waits. */
        DEREGISTERING,
        /** WskDeregister has returned. */
        DEREGISTERED
    }

    private State state = State.BLANK;
    private int number;
    private @Nullable WskClientNpi clientNpi;
    private @Nullable WskClient client;

    /** Makes a blank block, as a driver declares one. */
    public WskRegistration() {}

    /** Returns where the registration is in its life. */
    public State state() {
        return state;
    }

    /** Returns the client object of this registration, once one was captured. */
    public @Nullable WskClient client() {
        return client;
    }

    /** Returns the number of the registration on its host, from 1; 0 for a blank block. */
    public int number() {
        return number;
    }

    void register(int newNumber, WskClientNpi npi) {
        number = newNumber;
        clientNpi = npi;
        client = null;
        state = State.REGISTERED;
    }

    void setState(State newState) {
        state = newState;
    }

    void setClient(WskClient newClient) {
        client = newClient;
    }

    @Nullable
    WskClientNpi clientNpi() {
        return clientNpi;
    }
}
