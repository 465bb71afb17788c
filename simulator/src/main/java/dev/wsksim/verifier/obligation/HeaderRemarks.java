package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.remark;

import com.google.common.collect.ImmutableList;

/** What only the comments of the header say. */
final class HeaderRemarks {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            remark(
                    "H01",
                    "Callbacks come in the context of any thread.",
                    notVisible("this is about the provider; callbacks here run in a thread that is not the driver's")),
            remark(
                    "H02",
                    "WskAcceptEvent has set context and table before it enables callbacks on the new socket.",
                    checked("the table")),
            remark("H03", "A socket that was not accepted is not touched.", checked()),
            remark("H04", "The id of an inspection is good until WskAcceptEvent for its request.", checked()),
            remark(
                    "H05",
                    "WskReceiveEvent comes again when a WskReceive has been completed.",
                    notVisible("this is about the provider, which does so (OQ-67)")),
            remark(
                    "H06",
                    "Without ControlLength both ControlInfo and ControlFlags of WskReceiveFrom are ignored.",
                    checked("ControlInfo")),
            remark("H07", "WskSendTo and WskSendMessages need a bound socket.", checked()),
            remark(
                    "H08",
                    "NodeName and ServiceName of WskGetAddressInfo end with a NUL, and one of them is not empty.",
                    checked("the NUL; without both names the function fails with STATUS_INVALID_PARAMETER")),
            remark(
                    "H09",
                    "WSK_TRANSPORT_LIST_QUERY has no IRP and tells its size, WSK_TRANSPORT_LIST_CHANGE has an"
                            + " IRP and no buffers.",
                    checked()),
            remark(
                    "H10",
                    "A control operation without an IRP that cannot be done at once fails; OutputSizeReturned"
                            + " is given without an IRP.",
                    checked("the missing IRP; where the size is needed the page and the header differ")),
            remark(
                    "H11",
                    "WskBind takes unicast and multicast addresses of the host.",
                    notVisible("this is about the provider")),
            remark("H12", "WskCloseSocket and WskDisconnect get an IRP.", checked()),
            remark(
                    "H13",
                    "The result of functions and callbacks that return one is looked at.",
                    notVisible("what a driver makes of a status is its own code")));

    private HeaderRemarks() {}
}
