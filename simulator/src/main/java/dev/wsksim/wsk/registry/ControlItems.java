package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.WindowsRelease.WINDOWS_8;
import static dev.wsksim.wsk.registry.ItemKind.CLIENT_CONTROL_CODE;
import static dev.wsksim.wsk.registry.ItemKind.IOCTL;
import static dev.wsksim.wsk.registry.Row.implemented;
import static dev.wsksim.wsk.registry.Row.notYet;

import com.google.common.collect.ImmutableList;

/** The control codes of WskControlClient and the IOCTLs of WskControlSocket. */
final class ControlItems {

    static final ImmutableList<InterfaceItem> ALL = ImmutableList.of(
            implemented(CLIENT_CONTROL_CODE, "WSK_TRANSPORT_LIST_QUERY", "wsk-transport-list-query"),
            notYet(CLIENT_CONTROL_CODE, "WSK_TRANSPORT_LIST_CHANGE", "wsk-transport-list-change"),
            implemented(CLIENT_CONTROL_CODE, "WSK_CACHE_SD", "wsk-cache-sd"),
            implemented(CLIENT_CONTROL_CODE, "WSK_RELEASE_SD", "wsk-release-sd"),
            notYet(CLIENT_CONTROL_CODE, "WSK_TDI_DEVICENAME_MAPPING", "wsk-tdi-devicename-mapping"),
            implemented(CLIENT_CONTROL_CODE, "WSK_SET_STATIC_EVENT_CALLBACKS", "wsk-set-static-event-callbacks"),
            notYet(CLIENT_CONTROL_CODE, "WSK_TDI_BEHAVIOR", "wsk-tdi-behavior"),
            notYet(IOCTL, "SIO_WSK_SET_REMOTE_ADDRESS", "sio-wsk-set-remote-address"),
            notYet(IOCTL, "SIO_WSK_REGISTER_EXTENSION", "sio-wsk-register-extension"),
            notYet(IOCTL, "SIO_WSK_QUERY_IDEAL_SEND_BACKLOG", "sio-wsk-query-ideal-send-backlog"),
            notYet(IOCTL, "SIO_WSK_QUERY_RECEIVE_BACKLOG", "sio-wsk-query-receive-backlog"),
            notYet(IOCTL, "SIO_WSK_QUERY_INSPECT_ID", "sio-wsk-query-inspect-id"),
            notYet(IOCTL, "SIO_WSK_SET_SENDTO_ADDRESS", "sio-wsk-set-sendto-address"),
            notYet(IOCTL, "SIO_WSK_SET_TCP_SILENT_MODE", WINDOWS_8, "sio-wsk-set-tcp-silent-mode"),
            notYet(IOCTL, "SIO_ADDRESS_LIST_QUERY", "sio-address-list-query"),
            notYet(IOCTL, "SIO_ADDRESS_LIST_CHANGE", "sio-address-list-change"),
            notYet(IOCTL, "SIO_ADDRESS_LIST_SORT", "nc-wsk-pfn_wsk_control_socket"),
            notYet(IOCTL, "SIO_LOOPBACK_FAST_PATH", WINDOWS_8, "sio-loopback-fast-path"),
            notYet(
                    IOCTL,
                    "SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT",
                    WINDOWS_8,
                    "sio-query-wfp-connection-redirect-context"),
            notYet(
                    IOCTL,
                    "SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS",
                    WINDOWS_8,
                    "sio-query-wfp-connection-redirect-records"),
            notYet(
                    IOCTL,
                    "SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS",
                    WINDOWS_8,
                    "sio-set-wfp-connection-redirect-records"),
            notYet(IOCTL, "SIO_QUERY_RSS_SCALABILITY_INFO", "winsock-ioctls"));

    private ControlItems() {}
}
