package dev.wsksim.verifier.rule.data;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.mm.MemoryMisused;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallSettled;

/** The rules about buffers, and about sending and receiving on connections. */
public final class DataRules {

    private static final String BUF = "ns-wsk-_wsk_buf";
    private static final String SEND = "nc-wsk-pfn_wsk_send";
    private static final String RECEIVE = "nc-wsk-pfn_wsk_receive";
    private static final String SEND_TO = "nc-wsk-pfn_wsk_send_to";
    private static final String RECEIVE_FROM = "nc-wsk-pfn_wsk_receive_from";
    private static final String DISCONNECT = "nc-wsk-pfn_wsk_disconnect";
    private static final String CONNECT_EX = "nc-wsk-pfn_wsk_connect_ex";

    private static final Rule RESIDENT = Rule.named(
                    "WSK-DATA-001", Severity.MUST, "The memory of a buffer is locked or non-paged")
            .what("Each MDL of a WSK_BUF was built for non-paged pool, or its pages are locked.")
            .why("The provider touches the bytes at DISPATCH_LEVEL, where a page fault stops Windows.")
            .fix("Call MmBuildMdlForNonPagedPool for non-paged pool, MmProbeAndLockPages for anything else.")
            .pages(BUF, "using-mdls")
            .obligations("V229")
            .checkedOn(MemoryMisused.class, DataChecks::notResident);

    private static final Rule UNTOUCHED = Rule.named(
                    "WSK-DATA-002", Severity.MUST, "Memory of a pending request is left alone")
            .what(
                    "From the call until the IRP is completed, the driver neither reads, writes, unlocks nor frees the memory"
                            + " of a buffer or its MDLs, nor passes bytes to another request that the provider writes for"
                            + " one of the two.")
            .why("What is sent is then anything, what was received is torn, and freed memory belongs to somebody else.")
            .fix("Touch it in or after the completion routine; to stop earlier, cancel the IRP and wait for it.")
            .pages(SEND, RECEIVE, CONNECT_EX, BUF)
            .obligations(
                    "V161", "V167", "V175", "R-05", "R-33", "V205", "V218", "V091", "V114", "V119", "V128", "V219",
                    "R-39")
            .checkedOn(MemoryMisused.class, DataChecks::touchedWhilePending);

    private static final Rule WELL_FORMED = Rule.named("WSK-DATA-003", Severity.MUST, "A WSK_BUF is well formed")
            .what(
                    "Buffer points to a WSK_BUF; Offset lies in the first MDL of the chain; Mdl is NULL only where Length is"
                            + " 0.")
            .why("The provider reads or writes memory that nobody has given it.")
            .fix(
                    "Pass a WSK_BUF, with an MDL unless Length is 0; where the offset lies in a later MDL, pass the rest of the"
                            + " chain from that MDL on.")
            .pages(BUF, SEND, RECEIVE, SEND_TO, RECEIVE_FROM)
            .obligations("V166", "V172", "V199", "V213", "V230", "V231", "V208")
            .checkedOn(MemoryMisused.class, DataChecks::notWellFormed);

    private static final Rule FLAGS = Rule.named("WSK-DATA-004", Severity.MUST, "Flags of data functions fit together")
            .what(
                    "WskSend takes WSK_FLAG_NODELAY, WskReceive WSK_FLAG_WAITALL or, with a Length of 0, WSK_FLAG_DRAIN but not"
                            + " both, WskDisconnect WSK_FLAG_ABORTIVE with Buffer NULL.")
            .why("The request fails; no page says with what.")
            .fix(
                    "Pass 0, or one flag of the function's page; with WSK_FLAG_ABORTIVE pass Buffer NULL, with WSK_FLAG_DRAIN"
                            + " a Length of 0.")
            .pages(SEND, RECEIVE, DISCONNECT)
            .obligations("V165", "V173", "V174", "V180", "V181", "R-67")
            .checkedOn(
                    WskCallEntered.class,
                    DataChecks::flags,
                    WskFunction.WskSend,
                    WskFunction.WskReceive,
                    WskFunction.WskDisconnect);

    private static final Rule CONNECTED = Rule.named("WSK-DATA-005", Severity.MUST, "Data goes over a connected socket")
            .what("WskSend, WskReceive and WskDisconnect are called on a socket that was connected or accepted.")
            .why("There is nobody at the other end: the request fails.")
            .fix("Wait for the completion of the connect first.")
            .pages(SEND, RECEIVE, DISCONNECT)
            .obligations("V164", "V171", "V179")
            .checkedOn(
                    WskCallEntered.class,
                    DataChecks::connected,
                    WskFunction.WskSend,
                    WskFunction.WskReceive,
                    WskFunction.WskDisconnect);

    private static final Rule NOTHING_AFTER_DISCONNECT = Rule.named(
                    "WSK-DATA-006", Severity.MUST, "Nothing is sent after WskDisconnect")
            .what("Once WskDisconnect was called on a socket, WskSend is not, and after WSK_FLAG_ABORTIVE neither is"
                    + " WskReceive.")
            .why("The sending half is closed, or the whole connection: the request fails.")
            .fix("Pass the last bytes in Buffer of WskDisconnect, or disconnect later.")
            .pages(DISCONNECT)
            .obligations("V168", "V177")
            .checkedBy(AfterDisconnectCheck::new);

    private static final Rule CONNECT_EX_LENGTH = Rule.named(
                    "WSK-DATA-007", Severity.MUST, "WskConnectEx takes at most 65,535 bytes")
            .what("Buffer of WskConnectEx has at most 65,535 bytes.")
            .why("More is STATUS_BUFFER_OVERFLOW, and nothing is connected.")
            .fix("Send the rest with WskSend when the connect is complete.")
            .pages(CONNECT_EX)
            .obligations("V160")
            .checkedOn(WskCallSettled.class, DataChecks::connectExLength, WskFunction.WskConnectEx);

    private static final Rule MDL_ROUTINES = Rule.named(
                    "WSK-DATA-008", Severity.MUST, "MDLs are prepared as their memory asks")
            .what(
                    "MmBuildMdlForNonPagedPool is called for non-paged pool only, MmProbeAndLockPages once for other memory,"
                            + " MmUnlockPages once after it and before IoFreeMdl.")
            .why("Pages stay locked for ever, are unlocked under somebody else, or were never resident.")
            .fix("Keep with each MDL how it was prepared, and undo just that.")
            .pages("using-mdls", BUF)
            .obligations("V229", "R-27", "R-31")
            .checkedOn(MemoryMisused.class, DataChecks::mdlRoutines);

    private static final Rule UNLOCKED_AT_END = Rule.named("WSK-DATA-009", Severity.MUST, "Locked pages are unlocked")
            .what("Each MmProbeAndLockPages is undone by MmUnlockPages, at the latest before the driver is gone.")
            .why("Physical memory is used up; where the pages are those of a process, Windows stops when it ends.")
            .fix("Call MmUnlockPages in or after the completion routine, before IoFreeMdl.")
            .pages("using-mdls")
            .obligations("R-26")
            .checkedBy(LockedAtEndCheck::new);

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(
            RESIDENT,
            UNTOUCHED,
            WELL_FORMED,
            FLAGS,
            CONNECTED,
            NOTHING_AFTER_DISCONNECT,
            CONNECT_EX_LENGTH,
            MDL_ROUTINES,
            UNLOCKED_AT_END);

    private DataRules() {}
}
