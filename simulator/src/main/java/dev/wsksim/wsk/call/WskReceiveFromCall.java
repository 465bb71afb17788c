package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import dev.wsksim.wsk.socket.ArrivedDatagram;
import dev.wsksim.wsk.socket.DatagramReceive;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskReceiveFrom: receives one datagram.
 *
 * <p>The IRP is completed when a datagram is there, with the number of bytes in Information. Of one that is longer than
 * the buffer, the rest is lost and MSG_TRUNC is set, with STATUS_SUCCESS or STATUS_BUFFER_OVERFLOW (OQ-19). Control
 * messages that do not fit ControlLength are left out and MSG_CTRUNC is set; whole messages are stored (assumption).
 *
 * <p>Statuses, none of them named by the page: STATUS_INVALID_PARAMETER for Flags other than 0 (OQ-28) and a bad buffer;
 * STATUS_INVALID_DEVICE_STATE on a socket that is not bound (OQ-27); STATUS_PORT_UNREACHABLE or
 * STATUS_HOPLIMIT_EXCEEDED after such an ICMP error about an earlier datagram; STATUS_CANCELLED after IoCancelIrp and
 * WskCloseSocket.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_receive_from.
 */
public final class WskReceiveFromCall extends DatagramCall implements DatagramReceive {

    private final @Nullable WskBuf buffer;
    private final ReceiveFromOutputs outputs;
    private boolean holding;

    private WskReceiveFromCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            int flags,
            ReceiveFromOutputs outputs,
            @Nullable Irp irp) {
        super(services, WskFunction.WskReceiveFrom, socket, flags, irp);
        this.buffer = buffer;
        this.outputs = outputs;
    }

    /** Plays a call of WskReceiveFrom up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            int flags,
            ReceiveFromOutputs outputs,
            @Nullable Irp irp) {
        return new WskReceiveFromCall(services, socket, buffer, flags, outputs, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        String fault = BufferJudgement.fault(services().memory(), function(), buffer);
        if (fault != null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, fault);
        } else if (!refuseFlagsOrState()) {
            judgedBuffer().hold(function().name(), true);
            holding = true;
            holdAddress("RemoteAddress", outputs.remoteAddress());
            holdOutput("ControlLength", outputs.controlLength(), (int) Wsk.SIZE_OF_ULONG);
            holdOutput("ControlInfo", outputs.controlInfo(), roomForControl());
            holdOutput("ControlFlags", outputs.controlFlags(), (int) Wsk.SIZE_OF_ULONG);
            role().receive(this);
        }
    }

    private int roomForControl() {
        Long given =
                outputs.controlLength() == null ? null : outputs.controlLength().get();
        return given == null ? 0 : Ints.saturatedCast(given);
    }

    private WskBuf judgedBuffer() {
        return buffer == null ? WskBuf.EMPTY : buffer;
    }

    @Override
    public void received(ArrivedDatagram datagram) {
        ByteSlice data = datagram.data();
        WskBuf into = judgedBuffer();
        int count = (int) Math.min(data.length(), into.length());
        into.store(data, count);
        boolean truncated = count < data.length();
        storeOutputs(datagram, truncated);
        if (truncated) {
            settle(
                    chooseStatus(WskDecisions.TRUNCATION_STATUS),
                    count,
                    null,
                    "the datagram is longer than the buffer: MSG_TRUNC (OQ-19)");
        } else {
            settle(NtStatus.STATUS_SUCCESS, count, null, "a datagram was there");
        }
    }

    private void storeOutputs(ArrivedDatagram datagram, boolean truncated) {
        if (outputs.remoteAddress() != null) {
            outputs.remoteAddress().set(role().sockAddr(datagram.source()));
        }
        boolean cut = outputs.controlLength() != null && storeControl(datagram.controlInfo());
        if (outputs.controlFlags() != null && mayStoreFlags()) {
            ReceiveFromFlags flags = datagram.kind();
            flags = truncated ? flags.or(ReceiveFromFlags.MSG_TRUNC) : flags;
            outputs.controlFlags().set(cut ? flags.or(ReceiveFromFlags.MSG_CTRUNC) : flags);
        }
    }

    private boolean mayStoreFlags() {
        return outputs.controlLength() != null
                || !environment()
                        .decisions()
                        .chooses(WskDecisions.CONTROL_FLAGS_WITHOUT_LENGTH, WskDecisions.IGNORED, irpNumber());
    }

    /** Stores as many control messages as ControlLength has room for; tells whether some were left out. */
    private boolean storeControl(ImmutableList<ControlMessage> messages) {
        if (outputs.controlLength() == null) {
            return false;
        }
        Long given = outputs.controlLength().get();
        long room = outputs.controlInfo() == null || given == null ? 0 : given;
        long used = 0;
        int fitting = 0;
        while (fitting < messages.size() && used + messages.get(fitting).space() <= room) {
            used += messages.get(fitting).space();
            fitting++;
        }
        outputs.controlLength().set(used);
        if (outputs.controlInfo() != null && fitting > 0) {
            outputs.controlInfo().set(messages.subList(0, fitting));
        }
        return fitting < messages.size();
    }

    @Override
    public void receiveFailed(NtStatus status, String reason) {
        settle(status, reason);
    }

    @Override
    void abandon() {
        role().cancelReceive(this);
    }

    @Override
    void completing() {
        if (holding) {
            holding = false;
            judgedBuffer().letGo(true);
        }
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments()
                .pointer("Buffer", buffer)
                .number("Flags", flags())
                .context("RemoteAddress", outputs.remoteAddress())
                .pointer(
                        "ControlLength",
                        outputs.controlLength() == null
                                ? null
                                : outputs.controlLength().get())
                .context("ControlInfo", outputs.controlInfo())
                .context("ControlFlags", outputs.controlFlags()));
    }
}
