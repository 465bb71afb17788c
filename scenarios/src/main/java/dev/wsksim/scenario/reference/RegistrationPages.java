package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.*;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WskFunction;

/** The pages of the functions that Netio.lib exports. Sources: the page of each function. */
final class RegistrationPages {
    private static final String BLOCK =
            "The driver's own block, filled by WskRegister; it must stay where it is, untouched, until WskDeregister"
                    + " has returned.";

    private RegistrationPages() {}

    static ImmutableList<FunctionPage> all() {
        return ImmutableList.of(register(), capture(), release(), characteristics(), deregister());
    }

    private static FunctionPage register() {
        return FunctionPage.of(WskFunction.WskRegister, "Registers a driver as a WSK client. No IRP, no wait.")
                .parameter(
                        "WskClientNpi",
                        "The client's context and its WSK_CLIENT_DISPATCH, whose Version says which NPI version it"
                                + " wants. The version is judged at the capture, not here (OQ-50).")
                .parameter("WskRegistration", "Filled by the call. " + BLOCK)
                .result(STATUS_SUCCESS, "Registered. Undo it with exactly one WskDeregister on the same block.")
                .section(
                        "Remarks",
                        "May be called several times, with a block of its own each time.",
                        "Registering a block that is registered already is a defect of the driver; the verifier says"
                                + " so.")
                .sources("registering-a-winsock-kernel-application")
                .build();
    }

    private static FunctionPage capture() {
        return FunctionPage.of(
                        WskFunction.WskCaptureProviderNPI,
                        "Captures the provider's interface: delivers the WSK_CLIENT and the WSK_PROVIDER_DISPATCH that"
                                + " all other calls need.")
                .parameter("WskRegistration", BLOCK)
                .parameter(
                        "WaitTimeout",
                        "Milliseconds to wait for the subsystem; WSK_NO_WAIT returns at once, WSK_INFINITE_WAIT waits"
                                + " as long as it takes. With a wait the call must be made at PASSIVE_LEVEL.")
                .parameter("WskProviderNpi", "Receives Client and Dispatch.")
                .result(STATUS_SUCCESS, "Captured. Each success needs exactly one WskReleaseProviderNPI.")
                .result(
                        STATUS_DEVICE_NOT_READY,
                        "The subsystem did not become available in time, or WskDeregister was called.")
                .result(STATUS_NOINTERFACE, "The version in the client's dispatch table is not offered.")
                .section(
                        "Remarks",
                        "A driver that starts early in the boot must expect STATUS_DEVICE_NOT_READY with WSK_NO_WAIT.",
                        "When WskDeregister is called, a capture that waits in another thread returns at once with"
                                + " STATUS_DEVICE_NOT_READY.")
                .sources("registering-a-winsock-kernel-application")
                .build();
    }

    private static FunctionPage release() {
        return FunctionPage.of(WskFunction.WskReleaseProviderNPI, "Gives one capture back.")
                .parameter("WskRegistration", BLOCK)
                .section(
                        "Remarks",
                        "Exactly one for each successful WskCaptureProviderNPI.",
                        "After the last one no function of WSK_PROVIDER_DISPATCH may be called. Sockets that are open"
                                + " stay open and usable.")
                .sources("registering-a-winsock-kernel-application")
                .build();
    }

    private static FunctionPage characteristics() {
        return FunctionPage.of(
                        WskFunction.WskQueryProviderCharacteristics,
                        "Tells the lowest and the highest NPI version that the subsystem offers.")
                .parameter("WskRegistration", BLOCK)
                .parameter("WskProviderCharacteristics", "Receives the range.")
                .result(STATUS_SUCCESS, "The range is there.")
                .result(STATUS_DEVICE_NOT_READY, "The subsystem is not available yet.")
                .section(
                        "Remarks",
                        "Meant for after WskCaptureProviderNPI has failed with STATUS_NOINTERFACE, or has succeeded.",
                        "No version tells which functions there are: they come with Windows releases (OQ-5).")
                .sources("ns-wsk-_wsk_provider_characteristics")
                .build();
    }

    private static FunctionPage deregister() {
        return FunctionPage.of(
                        WskFunction.WskDeregister,
                        "Undoes a registration. It does not return before nothing of it is left, so it is the barrier"
                                + " before a driver unloads.")
                .parameter("WskRegistration", BLOCK)
                .section(
                        "It waits until",
                        "every captured NPI has been released,",
                        "every call to a function of WSK_PROVIDER_DISPATCH has returned and its IRP is completed, and",
                        "all sockets are closed.")
                .section(
                        "Remarks",
                        "A driver that waits here for a socket that it meant to close afterwards waits for ever: a"
                                + " stall, which the report explains.",
                        "Exactly one for each successful WskRegister, at PASSIVE_LEVEL.")
                .sources("unregistering-a-winsock-kernel-application")
                .build();
    }
}
