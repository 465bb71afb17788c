package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.answered;
import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;
import static dev.wsksim.verifier.obligation.Entries.stopped;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;

/** What a driver owes when it registers, captures the provider and leaves. */
final class RegistrationObligations {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            must("V001", "WskRegister is called at PASSIVE_LEVEL.", checked(), "nf-wsk-wskregister"),
            must(
                    "V002",
                    "Registrations that exist at the same time have a WSK_REGISTRATION block each.",
                    checked(),
                    "nf-wsk-wskregister"),
            must(
                    "V003",
                    "Every WskRegister that succeeded is followed by one WskDeregister with the same block.",
                    checked(),
                    "nf-wsk-wskregister",
                    "nf-wsk-wskderegister"),
            inferred(
                    "V004",
                    "WskDeregister is not called for a registration that failed.",
                    checked(),
                    "nf-wsk-wskregister",
                    "nf-wsk-wskderegister"),
            must(
                    "V005",
                    "The members of WSK_REGISTRATION are left to the provider.",
                    notVisible("the block is opaque here: it has no member that a driver could write"),
                    "nf-wsk-wskregister",
                    "ns-wsk-_wsk_registration"),
            must(
                    "V006",
                    "The memory of WSK_REGISTRATION stays allocated while a registration function works on it.",
                    notVisible("the block is a Java object, which lives for as long as anybody has it"),
                    "nf-wsk-wskregister"),
            inferred(
                    "V007",
                    "The version in WSK_CLIENT_DISPATCH has the major part in the high byte and the minor"
                            + " part in the low one.",
                    answered(
                            WskFunction.WskCaptureProviderNPI,
                            NtStatus.STATUS_NOINTERFACE,
                            "the version, encoded wrongly, lies outside the range of the provider"),
                    "ns-wsk-_wsk_client_dispatch"),
            must("V008", "WSK_CLIENT_DISPATCH.Reserved is 0.", checked(), "ns-wsk-_wsk_client_dispatch"),
            must(
                    "V009",
                    "WskClientEvent in WSK_CLIENT_DISPATCH is NULL where the driver has no such callback, and"
                            + " is set before WskRegister.",
                    notVisible("the table of the simulator has no member WskClientEvent, as if it were always NULL;"
                            + " there are no events that it could be called for"),
                    "ns-wsk-_wsk_client_dispatch",
                    "nc-wsk-pfn_wsk_client_event"),
            should(
                    "V010",
                    "After STATUS_NOINTERFACE the driver registers once more, with a version from the range"
                            + " that WskQueryProviderCharacteristics tells.",
                    answered(
                            WskFunction.WskCaptureProviderNPI,
                            NtStatus.STATUS_NOINTERFACE,
                            "the version of the new registration lies outside the range too"),
                    "ns-wsk-_wsk_provider_characteristics"),
            should(
                    "V011",
                    "The rest of WSK_CLIENT_DISPATCH is filled as its Version asks.",
                    notVisible("no version has members beyond Version, Reserved and WskClientEvent"),
                    "ns-wsk-_wsk_provider_characteristics"),
            should(
                    "V012",
                    "A driver uses WskRegister and WskDeregister, not the Network Module Registrar.",
                    notVisible("the Network Module Registrar is not simulated, so there is no other way"),
                    "nf-wsk-wskregister"),
            inferred(
                    "V013",
                    "WSK_CLIENT_DISPATCH does not change once WskRegister has it.",
                    notVisible("the table is an immutable object here"),
                    "ns-wsk-_wsk_client_npi"),
            must(
                    "V014",
                    "A WskCaptureProviderNPI that may wait is called at PASSIVE_LEVEL.",
                    checked(),
                    "nf-wsk-wskcaptureprovidernpi"),
            must(
                    "V015",
                    "WskCaptureProviderNPI with WSK_NO_WAIT is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nf-wsk-wskcaptureprovidernpi"),
            inferred(
                    "V016",
                    "Capture, release, query and deregister get a block that WskRegister has filled.",
                    checked(),
                    "nf-wsk-wskcaptureprovidernpi",
                    "nf-wsk-wskreleaseprovidernpi",
                    "nf-wsk-wskqueryprovidercharacteristics",
                    "nf-wsk-wskderegister"),
            must(
                    "V017",
                    "Each successful WskCaptureProviderNPI is paired with one WskReleaseProviderNPI of the"
                            + " same block.",
                    checked(),
                    "nf-wsk-wskcaptureprovidernpi",
                    "nf-wsk-wskreleaseprovidernpi"),
            inferred(
                    "V018",
                    "A capture that failed is not released.",
                    checked(),
                    "nf-wsk-wskcaptureprovidernpi",
                    "nf-wsk-wskreleaseprovidernpi"),
            must(
                    "V019",
                    "After WskDeregister a block is used for a capture only while its memory is intact.",
                    notVisible("memory of a block can be neither freed nor overwritten here; a capture with an intact"
                            + " one fails with STATUS_DEVICE_NOT_READY"),
                    "nf-wsk-wskcaptureprovidernpi"),
            must(
                    "V020",
                    "WskReleaseProviderNPI is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nf-wsk-wskreleaseprovidernpi"),
            must(
                    "V021",
                    "WskQueryProviderCharacteristics is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nf-wsk-wskqueryprovidercharacteristics"),
            must("V022", "WskDeregister is called at PASSIVE_LEVEL.", checked(), "nf-wsk-wskderegister"),
            inferred(
                    "V023",
                    "WskDeregister is not called where it would wait for what its own caller holds: a"
                            + " capture, a call in progress, an open socket.",
                    checked("what is still held when the run ends; that the waiting thread is the one that holds it"
                            + " is told by the stall, which is no rule"),
                    "nf-wsk-wskderegister"),
            inferred(
                    "V024",
                    "Provider dispatch tables, their reserved members included, are not written to.",
                    notVisible("the tables are immutable objects here"),
                    "ns-wsk-_wsk_provider_dispatch",
                    "ns-wsk-_wsk_provider_npi"),
            inferred(
                    "V025",
                    "The members for name resolution are called under Windows 7 and later only.",
                    stopped(
                            BugCheck.KMODE_EXCEPTION_NOT_HANDLED,
                            "the table of the profile ends before the member (OQ-97)"),
                    "ns-wsk-_wsk_provider_dispatch"),
            inferred(
                    "V026",
                    "A driver copes with a provider whose minor version is higher than the one it asked for.",
                    notVisible("what a driver makes of the version that it is told is its own code"),
                    "ns-wsk-_wsk_provider_dispatch"));

    private RegistrationObligations() {}
}
