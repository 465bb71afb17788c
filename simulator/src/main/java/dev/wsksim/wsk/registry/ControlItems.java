package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.WindowsRelease.WINDOWS_8;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_VISTA;
import static dev.wsksim.wsk.registry.ItemKind.CLIENT_CONTROL_CODE;
import static dev.wsksim.wsk.registry.ItemKind.IOCTL;
import static dev.wsksim.wsk.registry.Row.implemented;
import static dev.wsksim.wsk.registry.Row.unsupported;

import com.google.common.collect.ImmutableList;

/** The control codes of WskControlClient and the IOCTLs of WskControlSocket. */
final class ControlItems {

    static final ImmutableList<InterfaceItem> ALL = ImmutableList.of(
            implemented(CLIENT_CONTROL_CODE, "WSK_TRANSPORT_LIST_QUERY", "wsk-transport-list-query"),
            implemented(CLIENT_CONTROL_CODE, "WSK_TRANSPORT_LIST_CHANGE", "wsk-transport-list-change"),
            implemented(CLIENT_CONTROL_CODE, "WSK_CACHE_SD", "wsk-cache-sd"),
            implemented(CLIENT_CONTROL_CODE, "WSK_RELEASE_SD", "wsk-release-sd"),
            implemented(CLIENT_CONTROL_CODE, "WSK_TDI_DEVICENAME_MAPPING", "wsk-tdi-devicename-mapping"),
            implemented(CLIENT_CONTROL_CODE, "WSK_SET_STATIC_EVENT_CALLBACKS", "wsk-set-static-event-callbacks"),
            implemented(CLIENT_CONTROL_CODE, "WSK_TDI_BEHAVIOR", "wsk-tdi-behavior"),
            implemented(IOCTL, "SIO_WSK_SET_REMOTE_ADDRESS", "sio-wsk-set-remote-address"),
            implemented(IOCTL, "SIO_WSK_REGISTER_EXTENSION", "sio-wsk-register-extension"),
            implemented(IOCTL, "SIO_WSK_QUERY_IDEAL_SEND_BACKLOG", "sio-wsk-query-ideal-send-backlog"),
            implemented(IOCTL, "SIO_WSK_QUERY_RECEIVE_BACKLOG", "sio-wsk-query-receive-backlog"),
            implemented(IOCTL, "SIO_WSK_QUERY_INSPECT_ID", "sio-wsk-query-inspect-id"),
            implemented(IOCTL, "SIO_WSK_SET_SENDTO_ADDRESS", "sio-wsk-set-sendto-address"),
            implemented(IOCTL, "SIO_WSK_SET_TCP_SILENT_MODE", WINDOWS_8, "sio-wsk-set-tcp-silent-mode"),
            implemented(IOCTL, "SIO_ADDRESS_LIST_QUERY", "sio-address-list-query"),
            implemented(IOCTL, "SIO_ADDRESS_LIST_CHANGE", "sio-address-list-change"),
            implemented(IOCTL, "SIO_ADDRESS_LIST_SORT", "using-sio-address-list-sort"),
            implemented(IOCTL, "SIO_LOOPBACK_FAST_PATH", WINDOWS_8, "sio-loopback-fast-path"),
            implemented(
                    IOCTL,
                    "SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT",
                    WINDOWS_8,
                    "sio-query-wfp-connection-redirect-context"),
            implemented(
                    IOCTL,
                    "SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS",
                    WINDOWS_8,
                    "sio-query-wfp-connection-redirect-records"),
            unsupported(
                    IOCTL,
                    "SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS",
                    WINDOWS_8,
                    "sio-set-wfp-connection-redirect-records",
                    "the records come from a callout driver that redirects connections, and there is none"),
            implemented(IOCTL, "SIO_KEEPALIVE_VALS", "sio-keepalive-vals"),
            implemented(IOCTL, "SIO_TCP_INITIAL_RTO", WINDOWS_8, "sio-tcp-initial-rto"),
            unsupported(
                    IOCTL,
                    "SIO_QUERY_RSS_SCALABILITY_INFO",
                    WINDOWS_VISTA,
                    "winsock-ioctls",
                    "no simulated network card spreads its receives over processors"));

    private ControlItems() {}
}
