package dev.wsksim.wsk.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.control.ClientOperation;
import dev.wsksim.wsk.dispatch.WskProviderBasicDispatch;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.socket.WskSocket;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that have a type of their own, since they overlap. */
class NumbersTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                SocketFlags.class,
                EventMask.class,
                ClientControlCode.class,
                SocketControlCode.class,
                WskControlSocketType.class,
                WskInspectAction.class
            })
    void constants_haveTheNumbersOfTheHeader(Class<?> type) throws ReflectiveOperationException {
        int checked = 0;
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers()) || field.getName().equals("NONE")) {
                continue;
            }
            InterfaceItem item =
                    InterfaceItems.byName(field.getName()).orElseThrow(() -> new AssertionError(field.getName()));
            int value = (int) type.getMethod("value").invoke(field.get(null));
            assertThat(value).as(field.getName()).isEqualTo((int) item.value().orElseThrow());
            checked++;
        }
        assertThat(checked).as("constants of %s", type).isGreaterThanOrEqualTo(3);
    }

    @Test
    void clientControlCodes_areThoseThatTheClientHas() {
        assertThat(Arrays.stream(ClientControlCode.class.getFields()).map(Field::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ClientOperation.values()).map(Enum::name).toList());
    }

    @Test
    void masks_areCombinedAndAsked() {
        EventMask both = EventMask.WSK_EVENT_RECEIVE.or(EventMask.WSK_EVENT_DISCONNECT);

        assertThat(both.value()).isEqualTo(0xC0);
        assertThat(both.has(EventMask.WSK_EVENT_DISCONNECT)).isTrue();
        assertThat(both.has(EventMask.WSK_EVENT_DISABLE)).isFalse();
    }

    @Test
    void texts_areThoseOfC() {
        assertThat(SocketFlags.WSK_FLAG_BASIC_SOCKET).hasToString("WSK_FLAG_BASIC_SOCKET");
        assertThat(SocketFlags.WSK_FLAG_LISTEN_SOCKET.or(SocketFlags.WSK_FLAG_STREAM_SOCKET))
                .hasToString("WSK_FLAG_LISTEN_SOCKET | WSK_FLAG_STREAM_SOCKET");
        assertThat(WskControlSocketType.WskIoctl).hasToString("WskIoctl");
        assertThat(new WskControlSocketType(7)).hasToString("7");
        assertThat(WskInspectAction.WskInspectPend).hasToString("WskInspectPend");
        assertThat(new WskInspectAction(-1)).hasToString("-1");
        assertThat(new WskInspectAction(3).isDocumented()).isFalse();
    }

    @Test
    void null_isRefusedByTheNameOfTheParameter() {
        WskWorld.play(world -> {
            WskSocket socket = world.sockets().made(Ws2def.AF_INET);
            WskProviderBasicDispatch table = WskProviderBasicDispatch.of(socket);

            assertThatThrownBy(() -> world.dispatch.wskSocket(
                            world.wskClient, Ws2def.AF_INET, 1, 6, null, null, null, null, null, null, null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("WskSocket: Flags is a number in C, which cannot be null");
            assertThatThrownBy(() -> table.wskControlSocket(
                            socket,
                            null,
                            SocketControlCode.SO_WSK_SECURITY,
                            Ws2def.SOL_SOCKET,
                            0,
                            null,
                            0,
                            null,
                            null,
                            null))
                    .hasMessageStartingWith("WskControlSocket: RequestType ");
            assertThatThrownBy(
                            () -> world.dispatch.wskControlClient(world.wskClient, null, 0, null, 0, null, null, null))
                    .hasMessageStartingWith("WskControlClient: ControlCode ");
        });
    }
}
