package dev.wsksim.verifier.rule.memory;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.RecordCheck;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.data.ParameterMemoryMisused;
import dev.wsksim.wsk.data.ParameterMemoryMisused.Misuse;

/** The rules about the memory that parameters point at. */
public final class MemoryRules {

    private static final String GET_LOCAL_ADDRESS = "nc-wsk-pfn_wsk_get_local_address";
    private static final String GET_REMOTE_ADDRESS = "nc-wsk-pfn_wsk_get_remote_address";
    private static final String ACCEPT = "nc-wsk-pfn_wsk_accept";
    private static final String RECEIVE_FROM = "nc-wsk-pfn_wsk_receive_from";

    private static final Rule RESIDENT = Rule.named(
                    "WSK-MEM-001", Severity.MUST, "Contexts, and variables that WSK fills, are non-paged")
            .what("What SocketContext and AcceptSocketContext point at, and the variables that WskGetLocalAddress,"
                    + " WskGetRemoteAddress, WskAccept and WskReceiveFrom fill, lie in non-paged memory.")
            .why("Callbacks use the context, and the provider writes the variables, at DISPATCH_LEVEL, where a page"
                    + " fault stops Windows.")
            .fix("Allocate them from non-paged pool, for example in the context of the socket.")
            .pages(
                    "nc-wsk-pfn_wsk_socket",
                    "nc-wsk-pfn_wsk_socket_connect",
                    ACCEPT,
                    "nc-wsk-pfn_wsk_accept_event",
                    GET_LOCAL_ADDRESS,
                    GET_REMOTE_ADDRESS,
                    RECEIVE_FROM)
            .obligations("V031", "V048", "V112", "V117", "V123", "V126", "V135", "V214")
            .checkedOn(ParameterMemoryMisused.class, of(Misuse.PAGEABLE));

    private static final Rule ROOM = Rule.named(
                    "WSK-MEM-002", Severity.MUST, "Variables have room for what WSK writes to them")
            .what("A variable for an address has room for the SOCKADDR of the socket's family: 16 bytes for"
                    + " SOCKADDR_IN, 28 for SOCKADDR_IN6; ControlInfo has as many bytes as ControlLength says.")
            .why("The provider writes as many bytes as the type has, beyond the end of a smaller one.")
            .fix("Declare a SOCKADDR_STORAGE, or a SOCKADDR_IN6 that serves both families; not a SOCKADDR.")
            .pages(GET_LOCAL_ADDRESS, GET_REMOTE_ADDRESS, ACCEPT, RECEIVE_FROM)
            .obligations("V113", "V118", "V127", "V215", "R-99")
            .checkedOn(ParameterMemoryMisused.class, of(Misuse.TOO_SMALL));

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(RESIDENT, ROOM);

    private MemoryRules() {}

    private static RecordCheck<ParameterMemoryMisused> of(Misuse kind) {
        return (entry, misused, sink) -> {
            if (misused.misuse() == kind) {
                sink.violated(misused.what(), entry);
            }
        };
    }
}
