package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskGetNameInfoCall;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.name.UnicodeString;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays the functions of WSK_PROVIDER_DISPATCH that resolve names. */
final class NameFunctions {

    private static final int MAX_STRING = 0xFFFE;

    private final DriverState driver;
    private final ClientFunctions clients;

    NameFunctions(DriverState driver, ClientFunctions clients) {
        this.driver = driver;
        this.clients = clients;
    }

    ImmutableMap<WskFunction, FunctionPlayer> players() {
        return ImmutableMap.of(
                WskFunction.WskGetAddressInfo, this::getAddressInfo,
                WskFunction.WskFreeAddressInfo, this::freeAddressInfo,
                WskFunction.WskGetNameInfo, this::getNameInfo);
    }

    private void getAddressInfo(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        UnicodeString node = string(arguments, "NodeName");
        UnicodeString service = string(arguments, "ServiceName");
        AddrInfoExW hints = hints(arguments);
        Variable<AddrInfoExW> result = arguments.isNull("Result")
                ? null
                : arguments
                        .name("Result")
                        .map(name -> driver.addressList(name.name()))
                        .orElseGet(Variable::new);
        if (result != null) {
            call.whenOver(() -> keepList(call, result.get()));
        }
        call.returned(clients.dispatch(call, arguments)
                .wskGetAddressInfo(
                        clients.client(arguments),
                        node,
                        service,
                        arguments.ulong("NameSpace", Ws2defNames.NS_ALL),
                        provider(arguments),
                        hints,
                        result,
                        process(arguments),
                        thread(arguments),
                        call.irp()));
    }

    /** Keeps what the list says, since the driver may have freed it by the end of the run. */
    private static void keepList(PlayedCall call, @Nullable AddrInfoExW head) {
        ImmutableList.Builder<AddrInfoExW.Members> entries = ImmutableList.builder();
        for (AddrInfoExW entry = head; entry != null; entry = entry.aiNext()) {
            entries.add(new AddrInfoExW.Members(
                    entry.aiFlags(),
                    entry.aiFamily(),
                    entry.aiSocktype(),
                    entry.aiProtocol(),
                    entry.aiAddrlen(),
                    entry.aiCanonname(),
                    entry.aiAddr(),
                    entry.aiBlob(),
                    entry.aiBloblen(),
                    entry.aiProvider()));
        }
        if (head != null) {
            call.keepOutput("Result", new Variable<>(entries.build()));
        }
    }

    private void freeAddressInfo(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        AddrInfoExW list = arguments.isNull("AddrInfo") ? null : listEntry(call, arguments);
        clients.dispatch(call, arguments).wskFreeAddressInfo(clients.client(arguments), list);
        call.returned(null);
    }

    private @Nullable AddrInfoExW listEntry(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        Reference name = arguments
                .name("AddrInfo")
                .orElseThrow(() -> new ArgumentProblemException(
                        call.step().position(),
                        "WskFreeAddressInfo needs an AddrInfo",
                        "the name that Result of WskGetAddressInfo has, or NULL"));
        return driver.addressListEntry(name.name());
    }

    private void getNameInfo(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        SockAddr address = arguments.address("SockAddr", null);
        UnicodeString node = buffer(arguments, "NodeName", Ws2defNames.NI_MAXHOST);
        UnicodeString service = buffer(arguments, "ServiceName", Ws2defNames.NI_MAXSERV);
        call.returned(clients.dispatch(call, arguments)
                .wskGetNameInfo(
                        clients.client(arguments),
                        address,
                        arguments.number("SockAddrLength", address == null ? 0 : WskGetNameInfoCall.sizeOf(address)),
                        node,
                        service,
                        arguments.ulong("Flags", 0),
                        process(arguments),
                        thread(arguments),
                        call.irp()));
        keepText(call, "NodeName", node);
        keepText(call, "ServiceName", service);
    }

    private static void keepText(PlayedCall call, String parameter, @Nullable UnicodeString buffer) {
        if (buffer != null) {
            call.keepOutput(parameter, new Variable<>(buffer));
        }
    }

    /** Reads a string that the function reads: a text, or the members of UNICODE_STRING. */
    private static @Nullable UnicodeString string(ArgumentReader arguments, String parameter)
            throws ArgumentProblemException {
        Optional<StructureReader> structure = arguments.structure(parameter);
        if (structure.isEmpty()) {
            return arguments.text(parameter).map(UnicodeString::of).orElse(null);
        }
        StructureReader members = structure.get().allow("Buffer", "MaximumLength");
        String text = members.word("Buffer", "");
        long most = members.number("MaximumLength", UnicodeString.bytesFor(text));
        if (most < Character.BYTES * (long) text.length() || most > MAX_STRING) {
            throw new ArgumentProblemException(
                    members.fields().position(),
                    "the text of " + parameter + " has " + Character.BYTES * text.length()
                            + " bytes, which do not fit into a MaximumLength of " + most,
                    "with 2 more there is room for the NUL; " + MAX_STRING + " is the most");
        }
        return UnicodeString.of(text, (int) most);
    }

    /** Reads the size of a buffer that the function fills; without one it is large enough for every name. */
    private static @Nullable UnicodeString buffer(ArgumentReader arguments, String parameter, int characters)
            throws ArgumentProblemException {
        if (arguments.isNull(parameter)) {
            return null;
        }
        long bytes = arguments.number(parameter, (long) Character.BYTES * characters);
        if (bytes > MAX_STRING) {
            throw new ArgumentProblemException(
                    arguments.value(parameter).orElseThrow().position(),
                    parameter + " has at most " + MAX_STRING + " bytes",
                    "");
        }
        return UnicodeString.buffer((int) bytes);
    }

    private @Nullable AddrInfoExW hints(ArgumentReader arguments) throws ArgumentProblemException {
        Optional<StructureReader> structure =
                arguments.isNull("Hints") ? Optional.empty() : arguments.structure("Hints");
        if (structure.isEmpty()) {
            return null;
        }
        StructureReader members = structure.get();
        Optional<ArgumentValue> address = members.value("ai_addr");
        AddrInfoExW.Members hints = new AddrInfoExW.Members(
                ulong(members, "ai_flags"),
                ulong(members, "ai_family"),
                ulong(members, "ai_socktype"),
                ulong(members, "ai_protocol"),
                members.number("ai_addrlen", 0),
                members.value("ai_canonname").map(Object::toString).orElse(null),
                address.isPresent() ? arguments.address(address.get()) : null,
                null,
                0,
                null);
        String next = members.word("ai_next", "");
        return AddrInfoExW.ofDriver(hints, next.isEmpty() ? null : driver.addressListEntry(next));
    }

    private static int ulong(StructureReader members, String member) throws ArgumentProblemException {
        return (int) members.number(member, 0);
    }

    private static @Nullable UUID provider(ArgumentReader arguments) {
        return arguments
                .text("Provider")
                .map(guid -> UUID.fromString(guid.startsWith("{") ? guid.substring(1, guid.length() - 1) : guid))
                .orElse(null);
    }

    private @Nullable EProcess process(ArgumentReader arguments) {
        return arguments.name("OwningProcess").map(driver::process).orElse(null);
    }

    private @Nullable EThread thread(ArgumentReader arguments) {
        Optional<Reference> name = arguments.name("OwningThread");
        return name.isPresent() ? driver.thread(name) : null;
    }
}
