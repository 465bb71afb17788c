package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.load.FunctionParameter.Kind;
import dev.wsksim.wsk.WskFunction;
import java.util.Arrays;

/**
 * The functions of the simulator's registry, simulated or not: a scenario may call what is not simulated, and the run
 * says so by name.
 *
 * <p>Names and order of the parameters come from {@link WskFunction}. What is added here is what the names stand for in
 * a scenario; the WSK interface uses each parameter name for one kind of thing only. Direction is as on the functions'
 * pages.
 */
public final class DocumentedFunctions implements FunctionParameters {
    private static final ImmutableMap<String, Kind> KINDS = ImmutableMap.<String, Kind>builder()
            .put("Socket", Kind.SOCKET)
            .put("ListenSocket", Kind.SOCKET)
            .put("LocalAddress", Kind.ADDRESS)
            .put("RemoteAddress", Kind.ADDRESS)
            .put("SockAddr", Kind.ADDRESS)
            .put("Result", Kind.ADDRESS_LIST)
            .put("AddrInfo", Kind.ADDRESS_LIST)
            .put("OwningProcess", Kind.PROCESS)
            .put("OwningThread", Kind.THREAD)
            .put("SecurityDescriptor", Kind.SECURITY_DESCRIPTOR)
            .put("InputBuffer", Kind.BUFFER)
            .put("OutputBuffer", Kind.BUFFER)
            .put("DataIndication", Kind.INDICATION)
            .put("DatagramIndication", Kind.INDICATION)
            .put("InspectID", Kind.INSPECT_ID)
            .put("Irp", Kind.IRP)
            .buildOrThrow();

    /** Parameters through which every function that has them writes. */
    private static final ImmutableSet<String> ALWAYS_OUT = ImmutableSet.of(
            "OutputBuffer", "OutputSizeReturned", "WskProviderNpi", "WskProviderCharacteristics", "Result");

    /** Parameters through which only some of the functions write that have them, as {@code Function.Parameter}. */
    private static final ImmutableSet<String> OUT_HERE = ImmutableSet.of(
            "WskRegister.WskRegistration",
            "WskGetNameInfo.NodeName",
            "WskGetNameInfo.ServiceName",
            "WskGetLocalAddress.LocalAddress",
            "WskGetRemoteAddress.RemoteAddress",
            "WskAccept.LocalAddress",
            "WskAccept.RemoteAddress",
            "WskReceive.Buffer",
            "WskReceiveFrom.Buffer",
            "WskReceiveFrom.RemoteAddress",
            "WskReceiveFrom.ControlLength",
            "WskReceiveFrom.ControlInfo",
            "WskReceiveFrom.ControlFlags");

    private static final ImmutableSet<String> CREATORS = ImmutableSet.of("WskSocket", "WskSocketConnect", "WskAccept");

    private static final ImmutableSet<String> VOID_FUNCTIONS =
            ImmutableSet.of("WskReleaseProviderNPI", "WskDeregister", "WskFreeAddressInfo");

    private static final ImmutableMap<String, ImmutableList<FunctionParameter>> FUNCTIONS = Arrays.stream(
                    WskFunction.values())
            .collect(ImmutableMap.toImmutableMap(WskFunction::name, DocumentedFunctions::parameters));

    private static ImmutableList<FunctionParameter> parameters(WskFunction function) {
        return function.parameters().stream()
                .map(name -> parameter(function, name))
                .collect(ImmutableList.toImmutableList());
    }

    private static FunctionParameter parameter(WskFunction function, String name) {
        boolean out = ALWAYS_OUT.contains(name) || OUT_HERE.contains(function.name() + "." + name);
        return new FunctionParameter(name, KINDS.getOrDefault(name, Kind.OTHER), out);
    }

    @Override
    public ImmutableSet<String> functions() {
        return FUNCTIONS.keySet();
    }

    @Override
    public ImmutableList<FunctionParameter> parametersOf(String function) {
        return FUNCTIONS.getOrDefault(function, ImmutableList.of());
    }

    @Override
    public boolean deliversSocket(String function) {
        return CREATORS.contains(function);
    }

    @Override
    public boolean returnsStatus(String function) {
        return FUNCTIONS.containsKey(function) && !VOID_FUNCTIONS.contains(function);
    }
}
