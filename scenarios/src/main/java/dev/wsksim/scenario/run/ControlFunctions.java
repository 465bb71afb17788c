package dev.wsksim.scenario.run;

import dev.wsksim.scenario.run.ControlBuffers.Buffer;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.ClientOperation;
import dev.wsksim.wsk.control.IrpDemand;
import dev.wsksim.wsk.control.Shape;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.control.SocketOperation;
import dev.wsksim.wsk.control.SocketOperations;
import dev.wsksim.wsk.dispatch.WskProviderDispatch;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.SocketControlCode;
import dev.wsksim.wsk.flag.WskControlSocketType;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays WskControlSocket and WskControlClient: what a step does not say follows from the name of the option, IOCTL or
 * control code.
 */
final class ControlFunctions {

    private static final String CODE = "ControlCode";

    private final DriverState driver;

    ControlFunctions(DriverState driver) {
        this.driver = driver;
    }

    /** Tells whether a call gets an IRP where its step does not say so: only where the operation demands one. */
    static boolean takesIrp(WskFunction function, ArgumentReader arguments) throws ArgumentProblemException {
        if (function == WskFunction.WskControlClient) {
            return ClientOperation.byValue(arguments.ulong(CODE, 0))
                    .map(code -> code.irp() == IrpDemand.REQUIRED)
                    .orElse(false);
        }
        return operation(arguments, requestType(arguments))
                .map(operation -> operation.irp() == IrpDemand.REQUIRED)
                .orElse(true);
    }

    void controlSocket(PlayedCall call, WskSocket socket, ArgumentReader arguments) throws ArgumentProblemException {
        int requestType = requestType(arguments);
        Optional<SocketOperation> operation = operation(arguments, requestType);
        boolean get = requestType == Wsk.WSK_GET_OPTION;
        ControlBuffers buffers = new ControlBuffers(driver, arguments);
        Shape in = operation.map(SocketOperation::in).orElse(Shape.ULONG);
        Buffer input = get && !arguments.has("InputBuffer") ? Buffer.NULL : buffers.input(in);
        boolean returns = requestType != Wsk.WSK_SET_OPTION;
        Shape out = operation.map(SocketOperation::out).orElse(get ? Shape.ULONG : Shape.NOTHING);
        Buffer output = returns || arguments.has("OutputBuffer") ? buffers.output(out) : Buffer.NULL;
        Variable<Long> sizeReturned = sizeReturned(
                arguments, operation.map(SocketOperation::hasSizeReturned).orElse(false));
        call.keepOutput("OutputBuffer", output.variable());
        call.keepOutput("OutputSizeReturned", sizeReturned);
        call.returned(SocketTables.basic(socket)
                .wskControlSocket(
                        call.passed(socket),
                        new WskControlSocketType(requestType),
                        new SocketControlCode(arguments.ulong(CODE, 0)),
                        level(arguments),
                        input.size(),
                        input.variable(),
                        output.size(),
                        output.variable(),
                        sizeReturned,
                        call.irp()));
    }

    void controlClient(
            PlayedCall call, WskProviderDispatch dispatch, @Nullable WskClient client, ArgumentReader arguments)
            throws ArgumentProblemException {
        int number = arguments.ulong(CODE, 0);
        ClientOperation code = ClientOperation.byValue(number).orElse(null);
        ControlBuffers buffers = new ControlBuffers(driver, arguments);
        Buffer input =
                code == ClientOperation.WSK_TDI_DEVICENAME_MAPPING ? buffers.tdiMap() : buffers.input(inputOf(code));
        boolean probes = code == ClientOperation.WSK_TRANSPORT_LIST_QUERY && !arguments.has("OutputSize");
        Buffer output = probes && !arguments.has("OutputBuffer") ? Buffer.NULL : buffers.output(outputOf(code));
        Variable<Long> sizeReturned = sizeReturned(arguments, code == ClientOperation.WSK_TRANSPORT_LIST_QUERY);
        call.keepOutput("OutputSizeReturned", sizeReturned);
        call.keepOutput("OutputBuffer", output.variable());
        call.returned(dispatch.wskControlClient(
                client,
                new ClientControlCode(number),
                input.size(),
                input.variable(),
                output.size(),
                output.variable(),
                sizeReturned,
                call.irp()));
    }

    private static Shape inputOf(@Nullable ClientOperation code) {
        if (code == null) {
            return Shape.ULONG;
        }
        return switch (code) {
            case WSK_CACHE_SD, WSK_RELEASE_SD -> Shape.SECURITY_DESCRIPTOR;
            case WSK_SET_STATIC_EVENT_CALLBACKS -> Shape.EVENT_CALLBACK_CONTROL;
            default -> Shape.ULONG;
        };
    }

    private static Shape outputOf(@Nullable ClientOperation code) {
        if (code == ClientOperation.WSK_CACHE_SD) {
            return Shape.SECURITY_DESCRIPTOR;
        }
        return code == ClientOperation.WSK_TRANSPORT_LIST_QUERY ? Shape.BYTES : Shape.NOTHING;
    }

    private static @Nullable Variable<Long> sizeReturned(ArgumentReader arguments, boolean used)
            throws ArgumentProblemException {
        if (arguments.isNull("OutputSizeReturned")) {
            return null;
        }
        boolean given = arguments.has("OutputSizeReturned");
        if (given) {
            return new Variable<>(arguments.number("OutputSizeReturned", 0));
        }
        return used ? new Variable<>() : null;
    }

    private static int requestType(ArgumentReader arguments) throws ArgumentProblemException {
        String code = arguments.text(CODE).orElse("");
        boolean ioctl =
                SocketOperations.byName(code).map(SocketOperation::isIoctl).orElse(code.startsWith("SIO_"));
        return arguments.ulong("RequestType", ioctl ? Wsk.WSK_IOCTL : Wsk.WSK_SET_OPTION);
    }

    private static int level(ArgumentReader arguments) throws ArgumentProblemException {
        String code = arguments.text(CODE).orElse("");
        return arguments.ulong("Level", SocketOperations.levelOf(code));
    }

    private static Optional<SocketOperation> operation(ArgumentReader arguments, int requestType)
            throws ArgumentProblemException {
        return Optional.ofNullable(SocketOperations.of(new SocketControlRequest(
                requestType, arguments.ulong(CODE, 0), level(arguments), 0, null, 0, null, null)));
    }
}
