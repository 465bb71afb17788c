package dev.wsksim.kernel;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every NTSTATUS value that the simulator can return or explain, with its exact C name.
 *
 * <p>The two top bits of a status are its severity. {@code NT_SUCCESS(status)} is true when the value is not negative
 * as a signed number, so success <em>and</em> informational values pass: {@link #STATUS_PENDING}, {@link
 * #STATUS_TIMEOUT} and {@link #STATUS_EVENT_PENDING} count as success, which is the origin of a whole family of
 * driver bugs.
 *
 * <p>Sources: MS-ERREF 2.3 and 2.3.1 for names and values; the WSK reference pages for where a value shows up.
 */
public enum NtStatus {

    // ---- success: 0x0... -------------------------------------------------------------------------------------------

    STATUS_SUCCESS(
            0x00000000,
            "The operation completed.",
            "Every WSK function, as return value or in IoStatus.Status.",
            "If a function with an IRP returns this, the IRP has been completed all the same: let the completion"
                    + " routine finish the work, do not do it twice."),
    STATUS_WAIT_1(0x00000001, "A wait on several objects ended because the second object was signalled."),
    STATUS_WAIT_2(0x00000002, "A wait on several objects ended because the third object was signalled."),
    STATUS_WAIT_3(0x00000003, "A wait on several objects ended because the fourth object was signalled."),
    STATUS_WAIT_63(0x0000003F, "A wait on several objects ended because the last of 64 objects was signalled."),
    STATUS_ABANDONED_WAIT_0(0x00000080, "The wait was satisfied by a mutex whose owner ended without releasing it."),
    STATUS_USER_APC(
            0x000000C0, "A wait in user mode was interrupted so that an asynchronous procedure call could run."),
    STATUS_KERNEL_APC(0x00000100, "A wait was interrupted by a kernel asynchronous procedure call."),
    STATUS_ALERTED(0x00000101, "An alertable wait ended because the thread was alerted."),
    STATUS_TIMEOUT(
            0x00000102,
            "The time given to the wait ran out before the object was signalled.",
            "KeWaitForSingleObject and KeWaitForMultipleObjects, for instance while waiting for a WSK IRP.",
            "NT_SUCCESS is true for this value: compare with it by name. After a timed-out wait the IRP is still"
                    + " pending: cancel it and wait for its completion before its memory is reused."),
    STATUS_PENDING(
            0x00000103,
            "The request was accepted and will be completed later.",
            "Return value of every WSK function that takes an IRP; from receive callbacks it means that the"
                    + " client keeps the data list.",
            "Wait for the completion routine; do not touch the IRP or the buffers until it has run. It is never"
                    + " the final status in IoStatus.Status."),

    // ---- informational: 0x4... -------------------------------------------------------------------------------------

    STATUS_RECEIVE_PARTIAL(0x4000000F, "Data was received, but the message has more."),
    STATUS_RECEIVE_EXPEDITED(0x40000010, "The data received is expedited (out of band)."),
    STATUS_RECEIVE_PARTIAL_EXPEDITED(0x40000011, "Expedited data was received, but the message has more."),
    STATUS_EVENT_DONE(0x40000012, "The event that was being disabled has finished."),
    STATUS_EVENT_PENDING(
            0x40000013,
            "The event callback was disabled, but a call of it is still running.",
            "WskControlSocket with SO_WSK_EVENT_CALLBACK and WSK_EVENT_DISABLE when no IRP was given.",
            "NT_SUCCESS is true for this value. Do not free what the callback uses until it has returned; pass"
                    + " an IRP to be told when that is so."),

    // ---- warning: 0x8... -------------------------------------------------------------------------------------------

    STATUS_BUFFER_OVERFLOW(
            0x80000005,
            "The data did not fit in the buffer; what fitted, or the size needed, was returned.",
            "WskControlClient with WSK_TRANSPORT_LIST_QUERY and a small buffer; a truncated datagram; WskConnectEx with"
                    + " more data than can be sent.",
            "This is a warning, so NT_SUCCESS is false. Read the size from OutputSizeReturned or"
                    + " IoStatus.Information and try again."),
    STATUS_DEVICE_BUSY(0x80000011, "The device is busy now."),
    STATUS_NO_MORE_ENTRIES(0x8000001A, "There are no more entries to enumerate."),
    STATUS_ALREADY_DISCONNECTED(0x80000025, "The connection had been disconnected before."),

    // ---- error: 0xC... ---------------------------------------------------------------------------------------------

    STATUS_UNSUCCESSFUL(
            0xC0000001,
            "The operation failed, and the component gave no better reason.",
            "Often the value that a driver puts into an IRP with IoReuseIrp before it sends the IRP again.",
            "If it comes back unchanged, look whether anything has completed the IRP at all."),
    STATUS_NOT_IMPLEMENTED(
            0xC0000002,
            "The function is not implemented.",
            "Expected from a client's WskClientEvent for an event it does not know; WskBind on a listening UDP"
                    + " socket, as seen in tests.",
            "Return it from WskClientEvent: no client event is defined today. For datagrams use a datagram socket."),
    STATUS_INFO_LENGTH_MISMATCH(0xC0000004, "The length given does not match what this class of information needs."),
    STATUS_ACCESS_VIOLATION(
            0xC0000005,
            "Memory was read or written that the caller may not use.",
            "Raised as an exception by MmProbeAndLockPages and by reading user memory that is gone.",
            "Guard the probing of user buffers with an exception handler."),
    STATUS_PAGEFILE_QUOTA(0xC0000007, "The process has used up its page file quota."),
    STATUS_INVALID_HANDLE(
            0xC0000008,
            "The handle, or what stands for one, is not valid.",
            "WskSocket or WskSocketConnect with a NULL client, as seen in tests.",
            "Pass WSK_PROVIDER_NPI.Client exactly as WskCaptureProviderNPI returned it."),
    STATUS_INVALID_PARAMETER(
            0xC000000D,
            "A parameter is not valid.",
            "WSK functions called without the IRP they need, with undefined flags, or WskRelease with a list"
                    + " that is not retained.",
            "Compare each parameter with the function's page; the trace of this simulator names the parameter."),
    STATUS_NO_SUCH_DEVICE(0xC000000E, "The device does not exist."),
    STATUS_NO_SUCH_FILE(0xC000000F, "The file does not exist."),
    STATUS_INVALID_DEVICE_REQUEST(
            0xC0000010,
            "The request is not valid for this kind of object.",
            "WskControlSocket with an option or IOCTL that the socket's category does not have.",
            "Check which socket categories the option's page names."),
    STATUS_END_OF_FILE(0xC0000011, "The end of the file was reached."),
    STATUS_MORE_PROCESSING_REQUIRED(
            0xC0000016,
            "The completion of the IRP is stopped here; its owner will deal with it.",
            "What the completion routine of an IRP that the driver allocated itself must return.",
            "Return it when the driver frees or reuses the IRP; otherwise the I/O manager goes on and touches"
                    + " freed memory."),
    STATUS_NO_MEMORY(0xC0000017, "There is not enough virtual memory or quota."),
    STATUS_CONFLICTING_ADDRESSES(0xC0000018, "The address range conflicts with one in use."),
    STATUS_ACCESS_DENIED(
            0xC0000022,
            "Access was refused.",
            "WskBind and WskSocketConnect when the local address is held by a socket that does not share it, or whose"
                    + " security descriptor does not let this caller in; also a firewall's refusal.",
            "See sharing-transport-addresses: set SO_REUSEADDR on both sockets, or give the first socket a security"
                    + " descriptor that grants access to the second one's process or thread."),
    STATUS_BUFFER_TOO_SMALL(
            0xC0000023,
            "The buffer is too small, and nothing was written.",
            "Queries with a fixed-size result.",
            "Give a buffer of the documented size."),
    STATUS_OBJECT_TYPE_MISMATCH(0xC0000024, "The object is of another type than the operation needs."),
    STATUS_INVALID_PARAMETER_MIX(0xC0000030, "The parameters are valid alone but not together."),
    STATUS_OBJECT_NAME_NOT_FOUND(0xC0000034, "No object has this name."),
    STATUS_OBJECT_PATH_NOT_FOUND(0xC000003A, "Part of the path to the object does not exist."),
    STATUS_SHARING_VIOLATION(0xC0000043, "The object is open in a way that forbids this use."),
    STATUS_QUOTA_EXCEEDED(0xC0000044, "A quota would be exceeded."),
    STATUS_UNKNOWN_REVISION(
            0xC0000058,
            "The revision number of a security descriptor, ACL or SID is not known.",
            "WSK_CACHE_SD with a damaged security descriptor.",
            "Initialise the structure with RtlCreateSecurityDescriptor or RtlCreateAcl before use."),
    STATUS_REVISION_MISMATCH(0xC0000059, "Two revision numbers do not go together."),
    STATUS_INVALID_OWNER(0xC000005A, "This SID may not be the owner of an object."),
    STATUS_INVALID_PRIMARY_GROUP(0xC000005B, "This SID may not be the primary group of an object."),
    STATUS_NO_IMPERSONATION_TOKEN(0xC000005C, "The thread does not impersonate a client."),
    STATUS_PRIVILEGE_NOT_HELD(
            0xC0000061,
            "The caller lacks a privilege that the request needs.",
            "An access check that asks for ACCESS_SYSTEM_SECURITY without SeSecurityPrivilege.",
            "Ask for less access, or run with the privilege enabled."),
    STATUS_INVALID_ACL(
            0xC0000077,
            "The access control list is malformed.",
            "WSK_CACHE_SD with a damaged ACL.",
            "Check AclSize, AceCount and the size of each entry."),
    STATUS_INVALID_SID(
            0xC0000078,
            "The security identifier is malformed.",
            "WSK_CACHE_SD with a damaged SID.",
            "A SID has revision 1 and at most 15 sub-authorities."),
    STATUS_INVALID_SECURITY_DESCR(
            0xC0000079,
            "The security descriptor is malformed.",
            "WSK_CACHE_SD with a descriptor whose offsets or control bits make no sense.",
            "Check it with RtlValidSecurityDescriptor or RtlValidRelativeSecurityDescriptor first."),
    STATUS_PROCEDURE_NOT_FOUND(0xC000007A, "The procedure was not found in the module."),
    STATUS_NO_TOKEN(0xC000007C, "There is no token to refer to."),
    STATUS_INTEGER_OVERFLOW(0xC0000095, "An integer calculation overflowed."),
    STATUS_TOO_MANY_PAGING_FILES(0xC0000097, "There are too many paging files."),
    STATUS_ALLOTTED_SPACE_EXCEEDED(0xC0000099, "The space allotted is used up; an ACL has no room for another entry."),
    STATUS_INSUFFICIENT_RESOURCES(
            0xC000009A,
            "The system lacks memory or another resource for the request.",
            "Any WSK function; IoAllocateIrp shows the same by returning NULL.",
            "Undo what was begun, and try again later if that makes sense; never assume that an allocation succeeds."),
    STATUS_WORKING_SET_QUOTA(
            0xC00000A1,
            "The process may not lock more memory.",
            "Raised by MmProbeAndLockPages.",
            "Lock smaller pieces, or use non-paged memory."),
    STATUS_DEVICE_NOT_READY(
            0xC00000A3,
            "The device is not ready.",
            "WskCaptureProviderNPI when the WSK subsystem did not become available within the time given, or when the"
                    + " client is being deregistered; WskQueryProviderCharacteristics.",
            "Wait longer (WSK_INFINITE_WAIT) in a worker thread, or stop if the driver is unloading."),
    STATUS_BAD_IMPERSONATION_LEVEL(
            0xC00000A5,
            "The token impersonates at too low a level for the request.",
            "An access check with an anonymous or identification token.",
            "The client must connect with at least SecurityImpersonation."),
    STATUS_PIPE_DISCONNECTED(0xC00000B0, "The pipe has been disconnected; for sockets: sending was shut down."),
    STATUS_IO_TIMEOUT(
            0xC00000B5,
            "The request ran out of time.",
            "WskConnect and WskSocketConnect when no SYN was answered; sends whose retransmissions were used up.",
            "Expect 21 seconds by default on most Windows versions; cancel the IRP with IoCancelIrp to give up"
                    + " earlier."),
    STATUS_FILE_FORCED_CLOSED(
            0xC00000B6,
            "The object was closed by force; only closing is left to do.",
            "Any call on a socket that is no longer functional.",
            "Call WskCloseSocket and nothing else."),
    STATUS_NOT_SUPPORTED(
            0xC00000BB,
            "The request is not supported.",
            "WskSend and WskReceive with a flag that the transport does not know; control codes and extension"
                    + " interfaces that do not exist.",
            "Look at the transport list (WSK_TRANSPORT_LIST_QUERY) and at the function's flags."),
    STATUS_REMOTE_NOT_LISTENING(0xC00000BC, "Nothing listens at the remote address."),
    STATUS_DUPLICATE_NAME(0xC00000BD, "The name is in use on the network already."),
    STATUS_BAD_NETWORK_PATH(0xC00000BE, "The network path cannot be found."),
    STATUS_NETWORK_BUSY(0xC00000BF, "The network is busy."),
    STATUS_INVALID_NETWORK_RESPONSE(0xC00000C3, "The answer from the network makes no sense."),
    STATUS_UNEXPECTED_NETWORK_ERROR(0xC00000C4, "The network failed in an unexpected way."),
    STATUS_NETWORK_NAME_DELETED(0xC00000C9, "The network name is gone."),
    STATUS_REQUEST_NOT_ACCEPTED(
            0xC00000D0,
            "The request was not accepted.",
            "Returned by a client's WskAcceptEvent to reject a connection; by WskControlSocket without an IRP"
                    + " when it cannot finish at once.",
            "From WskAcceptEvent: WSK closes the accepted socket, so do not touch it again. From"
                    + " WskControlSocket: pass an IRP."),
    STATUS_VIRTUAL_CIRCUIT_CLOSED(0xC00000D6, "The virtual circuit was closed."),
    STATUS_NO_SECURITY_ON_OBJECT(0xC00000D7, "The object has no security that could be read or set."),
    STATUS_CANT_WAIT(0xC00000D8, "The operation would have to wait, and the caller forbade that."),
    STATUS_INTERNAL_ERROR(
            0xC00000E5,
            "An internal error occurred.",
            "WskGetAddressInfo early after the system started, as client drivers report.",
            "Try a few more times, with a pause."),
    STATUS_GENERIC_NOT_MAPPED(
            0xC00000E6,
            "The access mask still has generic rights where specific ones are needed.",
            "An access check whose desired mask was not mapped.",
            "Call RtlMapGenericMask with the object type's GENERIC_MAPPING first."),
    STATUS_BAD_DESCRIPTOR_FORMAT(
            0xC00000E7,
            "The security descriptor is absolute where self-relative is needed, or the other way round.",
            "Security descriptors handed between components.",
            "Convert with RtlAbsoluteToSelfRelativeSD."),
    STATUS_INVALID_USER_BUFFER(0xC00000E8, "The user's buffer is not valid for this request."),
    STATUS_INVALID_PARAMETER_1(0xC00000EF, "The first parameter is not valid."),
    STATUS_INVALID_PARAMETER_2(0xC00000F0, "The second parameter is not valid."),
    STATUS_INVALID_PARAMETER_3(0xC00000F1, "The third parameter is not valid."),
    STATUS_INVALID_PARAMETER_4(0xC00000F2, "The fourth parameter is not valid."),
    STATUS_INVALID_PARAMETER_5(0xC00000F3, "The fifth parameter is not valid."),
    STATUS_INVALID_PARAMETER_6(0xC00000F4, "The sixth parameter is not valid."),
    STATUS_INVALID_PARAMETER_7(0xC00000F5, "The seventh parameter is not valid."),
    STATUS_INVALID_PARAMETER_8(0xC00000F6, "The eighth parameter is not valid."),
    STATUS_INVALID_PARAMETER_9(0xC00000F7, "The ninth parameter is not valid."),
    STATUS_INVALID_PARAMETER_10(0xC00000F8, "The tenth parameter is not valid."),
    STATUS_INVALID_PARAMETER_11(0xC00000F9, "The eleventh parameter is not valid."),
    STATUS_INVALID_PARAMETER_12(0xC00000FA, "The twelfth parameter is not valid."),
    STATUS_NAME_TOO_LONG(0xC0000106, "The name is too long."),
    STATUS_CONNECTION_IN_USE(0xC0000108, "The connection is in use."),
    STATUS_CANCELLED(
            0xC0000120,
            "The request was cancelled before it was done.",
            "Requests that are pending when IoCancelIrp is called, when WskCloseSocket is called on their"
                    + " socket, or when the client is deregistered.",
            "Treat it as an ordinary end: the IRP is the driver's again. A cancelled request may also end with another"
                    + " status if it was done first."),
    STATUS_FILE_CLOSED(0xC0000128, "The object has been closed."),
    STATUS_COMMITMENT_LIMIT(0xC000012D, "The system's commit limit is reached."),
    STATUS_LOCAL_DISCONNECT(0xC000013B, "The local side disconnected."),
    STATUS_REMOTE_DISCONNECT(0xC000013C, "The remote side disconnected."),
    STATUS_REMOTE_RESOURCES(0xC000013D, "The remote side lacks resources."),
    STATUS_LINK_FAILED(0xC000013E, "The link to the remote side failed."),
    STATUS_LINK_TIMEOUT(0xC000013F, "The link to the remote side timed out."),
    STATUS_INVALID_CONNECTION(0xC0000140, "The connection is not valid; for sockets: not connected."),
    STATUS_INVALID_ADDRESS(0xC0000141, "The address is not valid."),
    STATUS_INVALID_DEVICE_STATE(
            0xC0000184,
            "The object is not in a state that allows this request.",
            "WskGetRemoteAddress before a connection, WskConnect before WskBind, and other calls out of order.",
            "Look at the socket's state machine: bind, then connect or listen, then transfer."),
    STATUS_IO_DEVICE_ERROR(0xC0000185, "The device reported an error."),
    STATUS_MUTANT_LIMIT_EXCEEDED(0xC0000191, "A thread acquired the same mutex too many times; raised by a wait."),
    STATUS_POSSIBLE_DEADLOCK(0xC0000194, "The wait would probably never end."),
    STATUS_INSUFF_SERVER_RESOURCES(0xC0000205, "The server lacks resources."),
    STATUS_INVALID_BUFFER_SIZE(
            0xC0000206,
            "The size of the buffer is not valid.",
            "WskSendTo with more data than a datagram can carry.",
            "A UDP datagram carries at most 65,507 bytes over IPv4."),
    STATUS_INVALID_ADDRESS_COMPONENT(
            0xC0000207,
            "Part of the address is not valid here.",
            "WskBind and WskSocketConnect with a local address that this host does not have.",
            "Bind to the wildcard address, or to an address from SIO_ADDRESS_LIST_QUERY."),
    STATUS_INVALID_ADDRESS_WILDCARD(0xC0000208, "A wildcard is not allowed in this address."),
    STATUS_TOO_MANY_ADDRESSES(
            0xC0000209,
            "No more addresses can be handed out.",
            "Binding to port 0 when all ephemeral ports (49152 to 65535) are taken.",
            "Close sockets sooner, share ports, or widen the dynamic port range."),
    STATUS_ADDRESS_ALREADY_EXISTS(
            0xC000020A,
            "The local address is in use already.",
            "WskBind and WskSocketConnect when another socket holds the same local address and port.",
            "Choose port 0, close the other socket, or set SO_REUSEADDR on both sockets before binding; the matrix on"
                    + " sharing-transport-addresses tells which pairs can coexist. Use after close may need a wait for"
                    + " TIME-WAIT."),
    STATUS_ADDRESS_CLOSED(0xC000020B, "The address was closed."),
    STATUS_CONNECTION_DISCONNECTED(
            0xC000020C,
            "The connection has been disconnected.",
            "WskSend and WskReceive after WskDisconnect, or after the connection ended.",
            "Close the socket."),
    STATUS_CONNECTION_RESET(
            0xC000020D,
            "The remote side reset the connection.",
            "WskSend, WskReceive and WskDisconnect after a RST from the peer.",
            "Data in flight is lost: close the socket, and connect again if the protocol allows it."),
    STATUS_TRANSACTION_ABORTED(0xC000020F, "The transaction was aborted."),
    STATUS_TRANSACTION_TIMED_OUT(0xC0000210, "The transaction timed out."),
    STATUS_DATA_NOT_ACCEPTED(
            0xC000021B,
            "The client did not take the data that was offered.",
            "Returned by a client's WskReceiveEvent or WskReceiveFromEvent.",
            "After it no further receive event comes on a connection until WskReceive is called."),
    STATUS_DRIVER_CANCEL_TIMEOUT(0xC000021E, "The driver did not complete a cancelled request in time."),
    STATUS_NOT_FOUND(
            0xC0000225,
            "The object was not found.",
            "WskGetAddressInfo for an unknown host on Windows 8 and later, as seen in tests.",
            "Treat it like STATUS_NO_MATCH, which the page documents."),
    STATUS_RETRY(0xC000022D, "The request should be tried again."),
    STATUS_CONNECTION_REFUSED(
            0xC0000236,
            "The remote host answered that it does not accept the connection.",
            "WskConnect and WskSocketConnect when every SYN was answered by a RST.",
            "Windows sends the SYN again before it gives up, so a refusal takes about one or two seconds."
                    + " Nothing listens on that port: check the address and the service."),
    STATUS_GRACEFUL_DISCONNECT(0xC0000237, "The remote side ended the connection in an orderly way."),
    STATUS_ADDRESS_ALREADY_ASSOCIATED(
            0xC0000238,
            "The address is associated already.",
            "WskBind while an earlier binding of the same address lingers, as seen in tests.",
            "Bind again a little later, or close the earlier socket and wait until its IRP is completed."),
    STATUS_ADDRESS_NOT_ASSOCIATED(0xC0000239, "No address is associated with the connection."),
    STATUS_CONNECTION_INVALID(0xC000023A, "The operation was tried on a connection that does not exist."),
    STATUS_CONNECTION_ACTIVE(0xC000023B, "The operation is not valid on an active connection."),
    STATUS_NETWORK_UNREACHABLE(
            0xC000023C,
            "There is no route to the remote network.",
            "WskConnect and WskSocketConnect when no route matches; it fails at once, without a packet.",
            "Check routes and interfaces; try the other address family."),
    STATUS_HOST_UNREACHABLE(
            0xC000023D,
            "The remote host cannot be reached.",
            "WskConnect and WskSocketConnect when the neighbour does not answer, or when ICMP says so and the option"
                    + " TCP_FAIL_CONNECT_ON_ICMP_ERROR is set.",
            "Without that option an ICMP error during connect is ignored, and the attempt ends in STATUS_IO_TIMEOUT."),
    STATUS_PROTOCOL_UNREACHABLE(
            0xC000023E,
            "The protocol cannot be reached.",
            "WskSocket with protocol 0, as client drivers report; otherwise an ICMP answer.",
            "Name the protocol: IPPROTO_TCP or IPPROTO_UDP."),
    STATUS_PORT_UNREACHABLE(0xC000023F, "Nothing uses the remote port; learnt from ICMP, after a datagram was sent."),
    STATUS_REQUEST_ABORTED(0xC0000240, "The request was aborted."),
    STATUS_CONNECTION_ABORTED(
            0xC0000241,
            "The local side aborted the connection.",
            "Requests pending when WskDisconnect with WSK_FLAG_ABORTIVE or an abortive close takes the"
                    + " connection away.",
            "Expected after an abort of one's own; otherwise look for the cause in the local stack."),
    STATUS_CONNECTION_COUNT_LIMIT(0xC0000246, "The number of connections has reached its limit."),
    STATUS_IP_ADDRESS_CONFLICT1(0xC0000254, "Another computer on the network uses the same IP address."),
    STATUS_NO_MATCH(
            0xC0000272,
            "Nothing matches the request.",
            "WskGetAddressInfo and WskGetNameInfo for an unknown name.",
            "Windows 8 and later were seen to return STATUS_NOT_FOUND instead: handle both."),
    STATUS_NO_MORE_MATCHES(0xC0000273, "Nothing more matches the request."),
    STATUS_DEVICE_REMOVED(0xC00002B6, "The device was removed."),
    STATUS_NOINTERFACE(
            0xC00002B9,
            "The interface is not offered.",
            "WskCaptureProviderNPI when the WSK subsystem does not offer the version that the client asked for.",
            "Call WskQueryProviderCharacteristics and register with a version in its range."),
    STATUS_HOPLIMIT_EXCEEDED(0xC000A012, "A router dropped the packet because its hop limit was used up."),
    STATUS_PROTOCOL_NOT_SUPPORTED(0xC000A013, "The protocol is not supported.");

    private static final String SOURCE = "MS-ERREF 2.3.1";

    private static final ImmutableMap<Integer, NtStatus> BY_VALUE =
            Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(NtStatus::value, Function.identity()));

    /** Other C names of values in this enum, as ntstatus.h has them. */
    private static final ImmutableMap<String, NtStatus> ALIASES =
            ImmutableMap.of("STATUS_WAIT_0", STATUS_SUCCESS, "STATUS_ABANDONED", STATUS_ABANDONED_WAIT_0);

    private static final ImmutableMap<String, NtStatus> BY_NAME = ImmutableMap.<String, NtStatus>builder()
            .putAll(Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(NtStatus::name, Function.identity())))
            .putAll(ALIASES)
            .buildOrThrow();

    private final int value;
    private final String meaning;
    private final String where;
    private final String hint;

    NtStatus(int value, String meaning) {
        this(value, meaning, "", "");
    }

    NtStatus(int value, String meaning, String where, String hint) {
        this.value = value;
        this.meaning = meaning;
        this.where = where;
        this.hint = hint;
    }

    /**
     * Finds a status by its exact C name, such as {@code STATUS_PENDING}, or by an alias such as {@code
     * STATUS_WAIT_0}.
     */
    public static Optional<NtStatus> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Finds a status by its 32-bit value. */
    public static Optional<NtStatus> byValue(int value) {
        return Optional.ofNullable(BY_VALUE.get(value));
    }

    /** Returns the aliases: other C names for values of this enum. */
    public static ImmutableMap<String, NtStatus> aliases() {
        return ALIASES;
    }

    /** Returns the 32-bit value. */
    public int value() {
        return value;
    }

    /** Returns what {@code NT_SUCCESS} says: true for success and informational values. */
    public boolean isSuccess() {
        return value >= 0;
    }

    /** Returns what {@code NT_INFORMATION} says. */
    public boolean isInformation() {
        return severity() == NtSeverity.INFORMATIONAL;
    }

    /** Returns what {@code NT_WARNING} says. */
    public boolean isWarning() {
        return severity() == NtSeverity.WARNING;
    }

    /** Returns what {@code NT_ERROR} says. */
    public boolean isError() {
        return severity() == NtSeverity.ERROR;
    }

    /** Returns the severity in the two top bits. */
    public NtSeverity severity() {
        return NtSeverity.ofValue(value);
    }

    /** Returns the value as C source writes it, such as {@code 0xC0000236}. */
    public String toHex() {
        return String.format(Locale.ROOT, "0x%08X", value);
    }

    /** Returns one sentence that says what the value means. */
    public String meaning() {
        return meaning;
    }

    /** Returns where the value shows up in WSK; empty when it is only a neighbour that may be met. */
    public Optional<String> where() {
        return where.isEmpty() ? Optional.empty() : Optional.of(where);
    }

    /** Returns what a driver should do about it; empty when there is nothing particular to say. */
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    /** Returns the Winsock error that user mode sees for this value; empty when it is no error there. */
    public Optional<WinsockError> winsockError() {
        return WinsockError.of(this);
    }

    /** Returns the document that defines the name and the value. */
    public String source() {
        return SOURCE;
    }
}
