package dev.wsksim.verifier.rule.name;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.name.AddressListMisused;
import dev.wsksim.wsk.name.NameBufferTooSmall;

/** The rules about name resolution. */
public final class NameRules {

    private static final String ADDRESS_INFO = "nc-wsk-pfn_wsk_get_address_info";
    private static final String FREE = "nc-wsk-pfn_wsk_free_address_info";
    private static final String NAME_INFO = "nc-wsk-pfn_wsk_get_name_info";

    private static final Rule OWNER = Rule.named(
                    "WSK-NAME-001", Severity.MUST, "OwningProcess and OwningThread fit the calling thread")
            .what("OwningThread of WskGetAddressInfo and WskGetNameInfo is given only together with OwningProcess, and"
                    + " neither while the calling thread impersonates.")
            .why("Both say under whose name is asked, and so does an impersonation token: the call fails with"
                    + " STATUS_INVALID_PARAMETER.")
            .fix("Pass NULL for both, or the process alone, or let the thread revert before the call.")
            .pages(ADDRESS_INFO, NAME_INFO)
            .obligations("V064", "V065", "V066", "V074", "V075")
            .checkedBy(OwnerCheck::new);

    private static final Rule FREED_ONCE = Rule.named(
                    "WSK-NAME-002", Severity.MUST, "WskFreeAddressInfo gets the head of a list, once")
            .what("AddrInfo is the pointer that WskGetAddressInfo wrote to Result, and each is passed once.")
            .why("All entries are one allocation of the provider: freeing an entry, or the head twice, damages the"
                    + " pool.")
            .fix("Keep the head while the driver walks along ai_next, and set it to NULL after WskFreeAddressInfo.")
            .pages(FREE, ADDRESS_INFO)
            .obligations("V069", "R-42")
            .checkedBy(() -> new ListMisuseCheck(ImmutableSet.of(
                    AddressListMisused.Misuse.NOT_A_LIST,
                    AddressListMisused.Misuse.NOT_THE_HEAD,
                    AddressListMisused.Misuse.FREED_BEFORE)));

    private static final Rule NOT_READ = Rule.named("WSK-NAME-003", Severity.MUST, "A freed address list is not read")
            .what("Neither the entries of a list nor what they point at, such as ai_addr, is used after"
                    + " WskFreeAddressInfo.")
            .why("The memory is the provider's and is gone.")
            .fix("Copy the addresses before the list is freed, as a SOCKADDR_STORAGE so that IPv6 fits, or free the"
                    + " list after the last use.")
            .pages(FREE, ADDRESS_INFO)
            .obligations("V069", "R-41")
            .checkedBy(() -> new ListMisuseCheck(ImmutableSet.of(AddressListMisused.Misuse.READ_AFTER_FREE)));

    private static final Rule FREED = Rule.named("WSK-NAME-004", Severity.MUST, "Every address list is freed")
            .what("Each WskGetAddressInfo that completes with STATUS_SUCCESS is paired with a WskFreeAddressInfo.")
            .why("The list stays in memory until Windows restarts.")
            .fix("Call WskFreeAddressInfo on every way out, also where connecting to the addresses has failed.")
            .pages(ADDRESS_INFO, FREE)
            .obligations("V067", "R-43")
            .checkedBy(HeldListsCheck::new);

    private static final Rule WANTED = Rule.named("WSK-NAME-005", Severity.MUST, "WskGetNameInfo is asked for a name")
            .what("NodeName and ServiceName are not both NULL.")
            .why("There is nothing to find: the call fails with STATUS_INVALID_PARAMETER.")
            .fix("Pass a buffer for the name that is wanted.")
            .pages(NAME_INFO)
            .obligations("V072")
            .checkedOn(WskCallEntered.class, NameChecks::somethingWanted, WskFunction.WskGetNameInfo);

    private static final Rule LENGTH = Rule.named(
                    "WSK-NAME-006", Severity.SHOULD, "SockAddrLength is at most that of SOCKADDR_STORAGE")
            .what("SockAddrLength of WskGetNameInfo does not exceed sizeof(SOCKADDR_STORAGE), which is 128.")
            .why("No address is longer, so that the length is surely wrong.")
            .fix("Pass the size of the structure of the address's family, or ai_addrlen.")
            .pages(NAME_INFO)
            .obligations("V071")
            .checkedOn(WskCallEntered.class, NameChecks::addressLength, WskFunction.WskGetNameInfo);

    private static final Rule ROOM = Rule.named(
                    "WSK-NAME-007", Severity.MUST, "Buffers of WskGetNameInfo have room for the text and its NUL")
            .what("MaximumLength of NodeName and ServiceName counts bytes, and is enough for the name and a"
                    + " terminating NUL.")
            .why("The name is not delivered; with a MaximumLength beyond the buffer memory would be overwritten.")
            .fix("Allocate NI_MAXHOST and NI_MAXSERV characters: 2050 and 64 bytes.")
            .pages(NAME_INFO)
            .obligations("V073")
            .checkedOn(NameBufferTooSmall.class, NameChecks::room);

    private static final Rule TERMINATED = Rule.named(
                    "WSK-NAME-008", Severity.QUALITY, "Strings of WskGetAddressInfo end with a NUL")
            .what("Behind the text of NodeName and ServiceName there is a NUL, within MaximumLength. The header says"
                    + " so, the page does not.")
            .why("Winsock works with C strings and may read on past the end.")
            .fix("Use RTL_CONSTANT_STRING or RtlInitUnicodeString, which count the NUL in MaximumLength.")
            .pages(ADDRESS_INFO)
            .obligations("H08")
            .checkedOn(WskCallEntered.class, NameChecks::terminated, WskFunction.WskGetAddressInfo);

    /** All of them. */
    public static final ImmutableList<Rule> ALL =
            ImmutableList.of(OWNER, FREED_ONCE, NOT_READ, FREED, WANTED, LENGTH, ROOM, TERMINATED);

    private NameRules() {}
}
