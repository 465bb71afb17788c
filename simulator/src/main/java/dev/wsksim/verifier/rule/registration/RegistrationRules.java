package dev.wsksim.verifier.rule.registration;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.provider.RegistrationMisused.Misuse;

/** The rules about registrations and captures. */
public final class RegistrationRules {

    private static final String REGISTER = "nf-wsk-wskregister";
    private static final String CAPTURE = "nf-wsk-wskcaptureprovidernpi";
    private static final String RELEASE = "nf-wsk-wskreleaseprovidernpi";
    private static final String DEREGISTER = "nf-wsk-wskderegister";
    private static final String UNREGISTERING = "unregistering-a-winsock-kernel-application";

    private static final Rule BLOCK = Rule.named(
                    "WSK-REG-001", Severity.MUST, "Each registration has a block of its own")
            .what("A WSK_REGISTRATION block is passed to WskRegister again only after WskDeregister has returned"
                    + " for it.")
            .why("The block is the registration: filling it again loses the first one.")
            .fix("Declare one WSK_REGISTRATION for each registration that exists at the same time.")
            .pages(REGISTER)
            .obligations("V002", "R-44", "R-46", "R-54")
            .checkedBy(() -> new MisuseCheck(Misuse.BLOCK_IN_USE));

    private static final Rule RELEASES = Rule.named("WSK-REG-002", Severity.MUST, "A capture is released once")
            .what("WskReleaseProviderNPI is called once for each successful WskCaptureProviderNPI, and never for"
                    + " one that failed.")
            .why("The count of captures reaches zero while the driver still uses the provider, so that"
                    + " WskDeregister returns too early.")
            .fix("Release on the path of success only, and in one place.")
            .pages(CAPTURE, RELEASE)
            .obligations("V017", "V018", "R-47", "V016")
            .checkedBy(() -> new MisuseCheck(Misuse.NOTHING_CAPTURED));

    private static final Rule ONCE = Rule.named("WSK-REG-003", Severity.MUST, "A registration is undone once")
            .what("WskDeregister is called once for each successful WskRegister.")
            .why("The second call works on a block that is registered no more.")
            .fix("Remember in the driver whether it is registered.")
            .pages(REGISTER, DEREGISTER)
            .obligations("V003", "R-47")
            .checkedBy(() -> new MisuseCheck(Misuse.DEREGISTERED_BEFORE));

    private static final Rule CAPTURED_AT_END = Rule.named("WSK-REG-004", Severity.MUST, "Every capture is released")
            .what("Before the driver unloads it has released each capture.")
            .why("WskDeregister waits for it for ever.")
            .fix("Call WskReleaseProviderNPI when the driver has closed its sockets, before WskDeregister.")
            .pages(CAPTURE, RELEASE, UNREGISTERING)
            .obligations("V017", "R-48", "V023")
            .checkedBy(() -> new LeftOverCheck(LeftOverCheck.Kind.CAPTURE));

    private static final Rule REGISTERED_AT_END = Rule.named(
                    "WSK-REG-005", Severity.MUST, "Every registration is undone")
            .what("Before the driver unloads it has called WskDeregister for each successful WskRegister.")
            .why("WSK keeps pointers into the driver's memory, which is gone after the unload.")
            .fix("Call WskDeregister in the driver's Unload routine and wait until it returns.")
            .pages(REGISTER, DEREGISTER, UNREGISTERING)
            .obligations("V003", "G13", "R-49", "R-46")
            .checkedBy(() -> new LeftOverCheck(LeftOverCheck.Kind.REGISTRATION));

    private static final Rule AFTER_RELEASE = Rule.named(
                    "WSK-REG-006", Severity.MUST, "The provider is not called after the last release")
            .what("After WskReleaseProviderNPI has given back the last capture, no function of"
                    + " WSK_PROVIDER_DISPATCH is called.")
            .why("The provider may be unloaded, and its table with it.")
            .fix("Keep one capture for as long as the driver may create sockets.")
            .pages(RELEASE, UNREGISTERING)
            .obligations("V027", "G12", "R-52")
            .checkedBy(ReleasedClientCheck::new);

    private static final Rule BLANK = Rule.named(
                    "WSK-REG-007", Severity.MUST, "A registration function gets a block that WskRegister filled")
            .what("WskCaptureProviderNPI, WskQueryProviderCharacteristics and WskDeregister are called on a block"
                    + " for which WskRegister has succeeded.")
            .why("Anything else is uninitialised memory.")
            .fix("Return from DriverEntry when WskRegister fails, and do not deregister then.")
            .pages(CAPTURE, "nf-wsk-wskqueryprovidercharacteristics", DEREGISTER)
            .obligations("V004", "V016", "R-47")
            .checkedBy(() -> new MisuseCheck(Misuse.NOT_REGISTERED));

    /** All of them. */
    public static final ImmutableList<Rule> ALL =
            ImmutableList.of(BLOCK, RELEASES, ONCE, CAPTURED_AT_END, REGISTERED_AT_END, AFTER_RELEASE, BLANK);

    private RegistrationRules() {}
}
