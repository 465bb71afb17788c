package dev.wsksim.verifier.rule.datagram;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallSettled;

/** The rules about sending and receiving datagrams. */
public final class DatagramRules {

    private static final String SEND_TO = "nc-wsk-pfn_wsk_send_to";
    private static final String SEND_MESSAGES = "nc-wsk-pfn_wsk_send_messages";
    private static final String RECEIVE_FROM = "nc-wsk-pfn_wsk_receive_from";

    private static final Rule FLAGS = Rule.named("WSK-DGRAM-001", Severity.MUST, "Flags of the datagram functions is 0")
            .what("Flags of WskSendTo, WskSendMessages and WskReceiveFrom is reserved and must be 0.")
            .why("A later version of Windows may give the bits a meaning.")
            .fix("Pass 0; what WskReceiveFrom has to tell comes through ControlFlags.")
            .pages(SEND_TO, SEND_MESSAGES, RECEIVE_FROM)
            .obligations("V198", "V207", "V212")
            .checkedOn(
                    WskCallEntered.class,
                    DatagramChecks::reservedFlags,
                    WskFunction.WskSendTo,
                    WskFunction.WskSendMessages,
                    WskFunction.WskReceiveFrom);

    private static final Rule BUFFER_LIST = Rule.named(
                    "WSK-DGRAM-002", Severity.MUST, "WskSendMessages is given a list of buffers")
            .what("BufferList of WskSendMessages points at a WSK_BUF_LIST.")
            .why("The provider reads through the pointer; an empty datagram is an entry whose Length is 0.")
            .fix("Pass a list with at least one entry, and set all members of each.")
            .pages(SEND_MESSAGES, "ns-wsk-wsk_buf_list")
            .obligations("V208")
            .checkedOn(WskCallEntered.class, DatagramChecks::bufferList, WskFunction.WskSendMessages);

    private static final Rule DESTINATION = Rule.named("WSK-DGRAM-003", Severity.MUST, "A datagram has a destination")
            .what("RemoteAddress of WskSendTo is NULL only where SIO_WSK_SET_REMOTE_ADDRESS or"
                    + " SIO_WSK_SET_SENDTO_ADDRESS has set a fixed address.")
            .why("There is nowhere to send it to.")
            .fix("Pass the address, or set a fixed one when the socket is bound.")
            .pages(SEND_TO, "sio-wsk-set-remote-address", "sio-wsk-set-sendto-address")
            .obligations("V201")
            .checkedOn(
                    WskCallSettled.class,
                    DatagramChecks::destination,
                    WskFunction.WskSendTo,
                    WskFunction.WskSendMessages);

    private static final Rule CONTROL = Rule.named(
                    "WSK-DGRAM-004", Severity.MUST, "ControlInfo and ControlInfoLength agree")
            .what("Without control information ControlInfoLength is 0 and ControlInfo is NULL; with it neither is.")
            .why("The provider reads as many bytes as the length says.")
            .fix("Set both or none.")
            .pages(SEND_TO, SEND_MESSAGES)
            .obligations("V202", "V203", "V209", "V210")
            .checkedOn(
                    WskCallEntered.class,
                    DatagramChecks::controlInfo,
                    WskFunction.WskSendTo,
                    WskFunction.WskSendMessages);

    private static final Rule WHOLE_OBJECTS = Rule.named(
                    "WSK-DGRAM-005", Severity.SHOULD, "Control information consists of whole objects")
            .what("ControlInfoLength is the sum of WSA_CMSG_SPACE of all objects in ControlInfo.")
            .why("An object that begins before the end and reaches beyond it is read from other memory.")
            .fix("Add up WSA_CMSG_SPACE, which counts the padding too, and not WSA_CMSG_LEN.")
            .pages(SEND_TO)
            .obligations("V204", "R-103")
            .checkedOn(
                    WskCallSettled.class,
                    DatagramChecks::wholeObjects,
                    WskFunction.WskSendTo,
                    WskFunction.WskSendMessages);

    private static final Rule RECEIVED_CONTROL = Rule.named(
                    "WSK-DGRAM-006", Severity.SHOULD, "ControlInfo is NULL where ControlLength is")
            .what("WskReceiveFrom with ControlLength NULL gets ControlInfo NULL.")
            .why("The provider ignores ControlInfo then, so that the driver would read what nobody has written.")
            .fix("Pass the variable with the size of the buffer, or NULL for both.")
            .pages(RECEIVE_FROM)
            .obligations("V216", "H06")
            .checkedOn(WskCallEntered.class, DatagramChecks::receivedControl, WskFunction.WskReceiveFrom);

    private static final Rule BOUND = Rule.named(
                    "WSK-DGRAM-007", Severity.MUST, "A datagram socket is bound before it sends or receives")
            .what("WskBind has succeeded on the socket before WskSendTo, WskSendMessages or WskReceiveFrom is called.")
            .why("WSK does not bind on its own, as user-mode sockets do: the request fails.")
            .fix("Call WskBind with the wildcard address and port 0 first.")
            .pages(SEND_TO, SEND_MESSAGES, RECEIVE_FROM, "binding-a-socket-to-a-transport-address")
            .obligations("G29", "H07")
            .checkedOn(
                    WskCallEntered.class,
                    DatagramChecks::bound,
                    WskFunction.WskSendTo,
                    WskFunction.WskSendMessages,
                    WskFunction.WskReceiveFrom);

    /** All of them. */
    public static final ImmutableList<Rule> ALL =
            ImmutableList.of(FLAGS, BUFFER_LIST, DESTINATION, CONTROL, WHOLE_OBJECTS, RECEIVED_CONTROL, BOUND);

    private DatagramRules() {}
}
