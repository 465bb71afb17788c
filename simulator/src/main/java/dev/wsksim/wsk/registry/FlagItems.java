package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.WindowsRelease.WINDOWS_10_1703;
import static dev.wsksim.wsk.registry.ItemKind.CATEGORY_FLAG;
import static dev.wsksim.wsk.registry.ItemKind.EVENT_FLAG;
import static dev.wsksim.wsk.registry.ItemKind.MESSAGE_FLAG;
import static dev.wsksim.wsk.registry.ItemKind.OPERATION_FLAG;
import static dev.wsksim.wsk.registry.Row.implemented;

import com.google.common.collect.ImmutableList;

/** The flags of functions, callbacks and event masks. */
final class FlagItems {

    static final ImmutableList<InterfaceItem> ALL = ImmutableList.of(
            implemented(CATEGORY_FLAG, "WSK_FLAG_BASIC_SOCKET", "nc-wsk-pfn_wsk_socket"),
            implemented(CATEGORY_FLAG, "WSK_FLAG_LISTEN_SOCKET", "nc-wsk-pfn_wsk_socket"),
            implemented(CATEGORY_FLAG, "WSK_FLAG_CONNECTION_SOCKET", "nc-wsk-pfn_wsk_socket"),
            implemented(CATEGORY_FLAG, "WSK_FLAG_DATAGRAM_SOCKET", "nc-wsk-pfn_wsk_socket"),
            implemented(CATEGORY_FLAG, "WSK_FLAG_STREAM_SOCKET", WINDOWS_10_1703, "nc-wsk-pfn_wsk_socket"),
            implemented(OPERATION_FLAG, "WSK_FLAG_NODELAY", "nc-wsk-pfn_wsk_send"),
            implemented(OPERATION_FLAG, "WSK_FLAG_OOB", "wsk.h"),
            implemented(OPERATION_FLAG, "WSK_FLAG_WAITALL", "nc-wsk-pfn_wsk_receive"),
            implemented(OPERATION_FLAG, "WSK_FLAG_DRAIN", "nc-wsk-pfn_wsk_receive"),
            implemented(OPERATION_FLAG, "WSK_FLAG_ABORTIVE", "nc-wsk-pfn_wsk_disconnect"),
            implemented(OPERATION_FLAG, "WSK_FLAG_RELEASE_ASAP", "nc-wsk-pfn_wsk_receive_event"),
            implemented(OPERATION_FLAG, "WSK_FLAG_ENTIRE_MESSAGE", "nc-wsk-pfn_wsk_receive_event"),
            implemented(OPERATION_FLAG, "WSK_FLAG_AT_DISPATCH_LEVEL", "nc-wsk-pfn_wsk_receive_event"),
            implemented(OPERATION_FLAG, "WSK_TDI_BEHAVIOR_BYPASS_TDI", "wsk-tdi-behavior"),
            implemented(EVENT_FLAG, "WSK_EVENT_ACCEPT", "so-wsk-event-callback"),
            implemented(EVENT_FLAG, "WSK_EVENT_RECEIVE", "so-wsk-event-callback"),
            implemented(EVENT_FLAG, "WSK_EVENT_DISCONNECT", "so-wsk-event-callback"),
            implemented(EVENT_FLAG, "WSK_EVENT_SEND_BACKLOG", "so-wsk-event-callback"),
            implemented(EVENT_FLAG, "WSK_EVENT_RECEIVE_FROM", "so-wsk-event-callback"),
            implemented(EVENT_FLAG, "WSK_EVENT_DISABLE", "so-wsk-event-callback"),
            implemented(MESSAGE_FLAG, "MSG_TRUNC", "nc-wsk-pfn_wsk_receive_from"),
            implemented(MESSAGE_FLAG, "MSG_CTRUNC", "nc-wsk-pfn_wsk_receive_from"),
            implemented(MESSAGE_FLAG, "MSG_BCAST", "nc-wsk-pfn_wsk_receive_from"),
            implemented(MESSAGE_FLAG, "MSG_MCAST", "nc-wsk-pfn_wsk_receive_from"));

    private FlagItems() {}
}
