package dev.wsksim.wsk.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.socket.WskSocket;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Functions of a socket's table that are called with NULL for the socket, which takes a driver that has kept the pointer
 * to the table: a scenario calls through the socket and cannot (OQ-86).
 */
class NullSocketTest {

    private static final int[] CATEGORIES = {
        Wsk.WSK_FLAG_LISTEN_SOCKET,
        Wsk.WSK_FLAG_DATAGRAM_SOCKET,
        Wsk.WSK_FLAG_CONNECTION_SOCKET,
        Wsk.WSK_FLAG_STREAM_SOCKET
    };

    @Test
    void everyFunctionOfEveryTable_nullSocket_isAnInvalidHandleAndTheIrpUntouched() {
        for (int category : CATEGORIES) {
            WskWorld.play(world -> {
                WskSocket socket = world.sockets()
                        .create(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, category)
                        .await()
                        .wskSocket();
                WskProviderBasicDispatch table = WskProviderBasicDispatch.of(socket);
                List<Method> functions = Arrays.stream(table.getClass().getMethods())
                        .filter(method -> method.getName().startsWith("wsk"))
                        .toList();
                assertThat(functions).hasSizeGreaterThan(5);
                for (Method function : functions) {
                    RecordedCall call = world.prepare().expectUntouched();
                    assertThat(returned(table, function, call.irp()))
                            .as(function.getName())
                            .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
                }
            });
        }
    }

    private static Object returned(WskProviderBasicDispatch table, Method function, Irp irp) {
        Object[] arguments = Arrays.stream(function.getParameterTypes())
                .map(type -> argument(type, irp))
                .toArray();
        try {
            return function.invoke(table, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(function.getName(), e);
        }
    }

    private static Object argument(Class<?> type, Irp irp) {
        if (type == Irp.class) {
            return irp;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        try {
            Optional<Field> none = Arrays.stream(type.getFields())
                    .filter(field -> field.getName().equals("NONE"))
                    .findFirst();
            if (none.isPresent()) {
                return none.get().get(null);
            }
            // A number with a type of its own: codes, actions.
            boolean number = type.isRecord() && type.getRecordComponents()[0].getType() == int.class;
            return number ? type.getConstructor(int.class).newInstance(0) : null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }
}
