package dev.wsksim.verifier.rule.security;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.call.WskCallEntered;

/** The rules about cached security descriptors. */
public final class DescriptorRules {

    private static final String SOCKET = "nc-wsk-pfn_wsk_socket";
    private static final String SOCKET_CONNECT = "nc-wsk-pfn_wsk_socket_connect";
    private static final String OPTION = "so-wsk-security";
    private static final String CACHE = "wsk-cache-sd";
    private static final String RELEASE = "wsk-release-sd";

    private static final Rule CACHED = Rule.named(
                    "WSK-SD-001", Severity.MUST, "A security descriptor is cached before WSK gets it")
            .what("SecurityDescriptor, and the value of SO_WSK_SECURITY, is NULL or a pointer that WSK_CACHE_SD"
                    + " returned.")
            .why("WSK keeps the pointer and relies on the form of its own copies; it does not copy the driver's"
                    + " memory.")
            .fix("Call WskControlClient with WSK_CACHE_SD and pass the pointer that it returns.")
            .pages(SOCKET, SOCKET_CONNECT, OPTION, CACHE)
            .obligations("V040", "V051", "G22", "R-107")
            .checkedOn(WskCallEntered.class, UncachedDescriptorCheck::observe);

    private static final Rule HELD = Rule.named(
                    "WSK-SD-002", Severity.MUST, "A released security descriptor is not passed")
            .what("A cached descriptor that was given back with WSK_RELEASE_SD is not used again.")
            .why("The memory is the provider's and may be gone.")
            .fix("Release the descriptor when the driver makes no more sockets with it, or cache it again.")
            .pages(SOCKET, SOCKET_CONNECT, OPTION, RELEASE)
            .obligations("V040", "V051", "G22", "R-106")
            .checkedBy(ReleasedDescriptorCheck::new);

    private static final Rule EARLY = Rule.named(
                    "WSK-SD-003", Severity.MUST, "A cached descriptor outlives the IRPs that depend on it")
            .what("WSK_RELEASE_SD comes after the completion of every IRP of WskSocket, WskSocketConnect and"
                    + " SO_WSK_SECURITY that named the descriptor.")
            .why("Until then the provider reads the descriptor without holding it; WskSocketConnect does so up to"
                    + " the end of the handshake.")
            .fix("Release it in the completion routine, or when the driver unloads.")
            .pages(SOCKET, SOCKET_CONNECT, OPTION, RELEASE)
            .obligations("V041", "V052", "G22", "R-106")
            .checkedBy(EarlyReleaseCheck::new);

    private static final Rule ONCE = Rule.named(
                    "WSK-SD-004", Severity.MUST, "WSK_RELEASE_SD gets a descriptor that the driver holds")
            .what("Each cached descriptor is released once, and nothing else is.")
            .why("A second release frees memory twice; a pointer of the driver's own was never the provider's.")
            .fix("Set the pointer to NULL after WSK_RELEASE_SD.")
            .pages(RELEASE, CACHE)
            .obligations("G32")
            .checkedBy(ReleasedOnceCheck::new);

    private static final Rule LEFT = Rule.named("WSK-SD-005", Severity.MUST, "Every cached descriptor is released")
            .what("Each WSK_CACHE_SD, and each reading of SO_WSK_SECURITY, is paired with a WSK_RELEASE_SD. Closing"
                    + " the socket does not release anything.")
            .why("The copy stays in memory until Windows restarts.")
            .fix("Call WskControlClient with WSK_RELEASE_SD before WskReleaseProviderNPI.")
            .pages(CACHE, RELEASE, OPTION, "nc-wsk-pfn_wsk_close_socket")
            .obligations("V102", "G23", "G32", "R-106")
            .checkedBy(HeldAtEndCheck::new);

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(CACHED, HELD, EARLY, ONCE, LEFT);

    private DescriptorRules() {}
}
