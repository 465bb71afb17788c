package dev.wsksim.wsk.call;

import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.name.AddrInfoExW;
import org.jspecify.annotations.Nullable;

/**
 * WskFreeAddressInfo: gives back an address list that WskGetAddressInfo delivered, all its entries at once.
 *
 * <p>It takes no IRP and returns nothing. AddrInfo is the head of the list; for anything else see {@link
 * dev.wsksim.wsk.name.AddressLists}. The list is freed whatever the client is (assumption); the verifier judges the
 * handle.
 *
 * <p>IRQL: PASSIVE_LEVEL. Source: nc-wsk-pfn_wsk_free_address_info.
 */
public final class WskFreeAddressInfoCall {

    private static final WskFunction FUNCTION = WskFunction.WskFreeAddressInfo;

    private WskFreeAddressInfoCall() {}

    /** Plays a call of WskFreeAddressInfo. */
    public static void call(WskServices services, @Nullable WskClient client, @Nullable AddrInfoExW addrInfo) {
        WskEnvironment environment = services.environment();
        if (environment.trace().isActive()) {
            CallArguments arguments = new CallArguments().client(client).pointer("AddrInfo", addrInfo);
            environment
                    .trace()
                    .emit(new WskCallEntered(
                            FUNCTION,
                            0,
                            environment.processor().currentThread().name(),
                            environment.processor().currentIrql(),
                            arguments.texts(),
                            arguments.subject()));
        }
        environment.requireRunning(FUNCTION);
        environment.processor().requireAtMost(FUNCTION.maxIrql(), FUNCTION.name(), FUNCTION.page());
        services.names().lists().free(addrInfo);
        if (environment.trace().isActive()) {
            environment.trace().emit(new WskCallReturned(FUNCTION, 0, null));
        }
    }
}
