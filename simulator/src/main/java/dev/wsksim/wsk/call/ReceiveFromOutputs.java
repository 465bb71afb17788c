package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import org.jspecify.annotations.Nullable;

/**
 * The variables that WskReceiveFrom fills when a datagram is there; all of them have to stay valid until the IRP is
 * completed (OQ-20). Source: nc-wsk-pfn_wsk_receive_from.
 *
 * @param remoteAddress RemoteAddress: who sent the datagram
 * @param controlLength ControlLength: before, how many bytes ControlInfo has room for; after, how many are used
 * @param controlInfo ControlInfo: not touched where there is no control information
 * @param controlFlags ControlFlags
 */
public record ReceiveFromOutputs(
        @Nullable Variable<SockAddr> remoteAddress,
        @Nullable Variable<Long> controlLength,
        @Nullable Variable<ImmutableList<ControlMessage>> controlInfo,
        @Nullable Variable<ReceiveFromFlags> controlFlags) {

    /** Nothing but the data is wanted. */
    public static final ReceiveFromOutputs NONE = new ReceiveFromOutputs(null, null, null, null);
}
