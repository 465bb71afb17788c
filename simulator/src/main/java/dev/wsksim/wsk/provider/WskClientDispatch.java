package dev.wsksim.wsk.provider;

/**
 * WSK_CLIENT_DISPATCH: what a driver tells about itself when it registers.
 *
 * <p>Owned by the driver; must stay unchanged until WskDeregister has returned. The WskClientEvent member is not
 * modelled: no event types exist. Source: ns-wsk-_wsk_client_dispatch.
 *
 * @param version the NPI version asked for, made with MAKE_WSK_VERSION
 * @param reserved must be 0
 */
public record WskClientDispatch(int version, int reserved) {

    /** Returns the table of a driver that asks for this version and leaves Reserved 0. */
    public static WskClientDispatch version(int version) {
        return new WskClientDispatch(version, 0);
    }
}
