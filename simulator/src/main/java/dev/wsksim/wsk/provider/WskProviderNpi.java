package dev.wsksim.wsk.provider;

import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.dispatch.WskProviderDispatch;

/**
 * WSK_PROVIDER_NPI: what a capture hands to the driver. Source: ns-wsk-_wsk_provider_npi.
 *
 * @param client Client: the first argument of every function of the table
 * @param dispatch Dispatch: the table
 */
public record WskProviderNpi(WskClient client, WskProviderDispatch dispatch) {}
