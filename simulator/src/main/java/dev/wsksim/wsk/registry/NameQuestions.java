package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.registry.OpenQuestion.assumed;
import static dev.wsksim.wsk.registry.OpenQuestion.decided;

import com.google.common.collect.ImmutableList;

/** What the documentation leaves open about the functions that resolve names. */
final class NameQuestions {

    private static final String GET_ADDRESS_INFO = "nc-wsk-pfn_wsk_get_address_info";
    private static final String FREE_ADDRESS_INFO = "nc-wsk-pfn_wsk_free_address_info";
    private static final String GET_NAME_INFO = "nc-wsk-pfn_wsk_get_name_info";

    static final ImmutableList<OpenQuestion> ALL = ImmutableList.of(
            assumed(
                    11,
                    "On whose behalf do WskGetAddressInfo and WskGetNameInfo act when OwningProcess is NULL?",
                    "An account with the least privileges, as the page says; nothing in the simulator depends on it.",
                    GET_ADDRESS_INFO,
                    "wsk/WskGetAddressInfo/owning-process-and-thread.yaml"),
            assumed(
                    12,
                    "Is the IRP of WskGetAddressInfo and WskGetNameInfo optional?",
                    "No: NULL fails with STATUS_INVALID_PARAMETER, as was seen on Windows.",
                    GET_ADDRESS_INFO,
                    "wsk/WskGetAddressInfo/null-irp.yaml",
                    "wsk/WskGetNameInfo/null-irp.yaml"),
            decided(
                    49,
                    "What comes of a buffer that is too small for WskGetNameInfo?",
                    "STATUS_BUFFER_OVERFLOW, and neither buffer is written.",
                    GET_NAME_INFO,
                    ImmutableList.of("wsk.small-name-buffer-status"),
                    "wsk/WskGetNameInfo/buffer-too-small.yaml"),
            decided(
                    103,
                    "Which status has a name that DNS failed to answer for, or did not answer at all?",
                    "The one of a name that does not exist.",
                    GET_ADDRESS_INFO,
                    ImmutableList.of("wsk.unanswered-name-status"),
                    "wsk/WskGetAddressInfo/no-answer.yaml",
                    "wsk/WskGetAddressInfo/no-answer-by-decision.yaml"),
            assumed(
                    104,
                    "What does WskGetAddressInfo make of arguments that GetAddrInfoEx refuses?",
                    "STATUS_INVALID_PARAMETER; a name where AI_NUMERICHOST or AI_NUMERICSERV forbids it, an unknown service and a namespace that is not installed are as unknown as a host.",
                    GET_ADDRESS_INFO,
                    "wsk/WskGetAddressInfo/hints-against-the-rules.yaml",
                    "wsk/WskGetAddressInfo/nothing-to-look-for.yaml",
                    "wsk/WskGetAddressInfo/numeric-only.yaml",
                    "wsk/WskGetAddressInfo/namespace-and-provider.yaml"),
            assumed(
                    105,
                    "Which ai_socktype and ai_protocol have the entries where the hints leave them open?",
                    "Those of the file services for a service by its name, one entry for each; 0 for a port by its number.",
                    GET_ADDRESS_INFO,
                    "wsk/WskGetAddressInfo/service-by-name.yaml"),
            assumed(
                    106,
                    "What comes of WskFreeAddressInfo with anything but the head of a live list, and of reading a freed one?",
                    "The simulated bug checks BAD_POOL_CALLER and PAGE_FAULT_IN_NONPAGED_AREA; nothing for NULL.",
                    FREE_ADDRESS_INFO,
                    "wsk/WskFreeAddressInfo/each-entry-by-itself.yaml",
                    "wsk/WskFreeAddressInfo/twice.yaml",
                    "wsk/WskFreeAddressInfo/address-used-after-the-free.yaml",
                    "wsk/WskFreeAddressInfo/null.yaml"),
            assumed(
                    107,
                    "What does WskGetNameInfo make of an address that is none, too short or too long, and of unknown flags?",
                    "STATUS_INVALID_PARAMETER.",
                    GET_NAME_INFO,
                    "wsk/WskGetNameInfo/address-length.yaml",
                    "wsk/WskGetNameInfo/address-that-is-none.yaml",
                    "wsk/WskGetNameInfo/unknown-flags.yaml"),
            assumed(
                    108,
                    "Which name have the host's own addresses for WskGetNameInfo?",
                    "The host's own, loopback too, unless the file hosts has another.",
                    GET_NAME_INFO,
                    "wsk/WskGetNameInfo/this-computer-and-the-files.yaml"));

    private NameQuestions() {}
}
