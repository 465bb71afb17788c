package dev.wsksim.wsk.provider;

import org.jspecify.annotations.Nullable;

/**
 * WSK_CLIENT_NPI: the driver's side of the interface. Source: ns-wsk-_wsk_client_npi.
 *
 * @param clientContext handed back to the driver in WskClientEvent; opaque
 * @param dispatch the driver's table
 */
public record WskClientNpi(@Nullable Object clientContext, WskClientDispatch dispatch) {}
