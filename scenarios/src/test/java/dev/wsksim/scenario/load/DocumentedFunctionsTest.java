package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.FunctionParameter.Kind;
import org.junit.jupiter.api.Test;

class DocumentedFunctionsTest {
    private final DocumentedFunctions functions = new DocumentedFunctions();

    @Test
    void parameters_ofWskSocketConnect_haveTheirKinds() {
        assertThat(functions.parametersOf("WskSocketConnect"))
                .extracting(FunctionParameter::name)
                .containsExactly(
                        "Client",
                        "SocketType",
                        "Protocol",
                        "LocalAddress",
                        "RemoteAddress",
                        "Flags",
                        "SocketContext",
                        "Dispatch",
                        "OwningProcess",
                        "OwningThread",
                        "SecurityDescriptor",
                        "Irp");
        assertThat(functions.parametersOf("WskSocketConnect"))
                .contains(
                        new FunctionParameter("LocalAddress", Kind.ADDRESS, false),
                        new FunctionParameter("OwningProcess", Kind.PROCESS, false),
                        new FunctionParameter("Irp", Kind.IRP, false));
    }

    @Test
    void parameters_writtenThrough_areOutOnlyWhereTheyAre() {
        assertThat(functions.parametersOf("WskGetLocalAddress"))
                .contains(new FunctionParameter("LocalAddress", Kind.ADDRESS, true));
        assertThat(functions.parametersOf("WskBind"))
                .contains(new FunctionParameter("LocalAddress", Kind.ADDRESS, false));
    }

    @Test
    void load_acceptOnAListeningSocket_namesItWithOn() {
        String text = "wsksim: 1\nname: x\nhosts: { a: { addresses: [192.0.2.1] } }\ndriver: { host: a }\nsteps:\n"
                + "  - { call: WskSocket, completes: { status: STATUS_SUCCESS, socket: s } }\n";
        ScenarioLoader loader = new ScenarioLoader();

        assertThat(loader.loadText("f.yaml", text + "  - { call: WskAccept, on: s }\n")
                        .renderProblems())
                .isEmpty();
        assertThat(loader.loadText("f.yaml", text + "  - { call: WskAccept, on: s, with: { ListenSocket: s } }\n")
                        .renderProblems())
                .contains("'on' and the parameter ListenSocket say the same");
        assertThat(loader.loadText("f.yaml", text + "  - { call: WskAccept }\n").renderProblems())
                .contains("WskAccept is called on a socket, and none is given");
    }

    @Test
    void functions_thatReturnVoid_returnNoStatus() {
        assertThat(functions.returnsStatus("WskDeregister")).isFalse();
        assertThat(functions.returnsStatus("WskBind")).isTrue();
        assertThat(functions.returnsStatus("WskBindd")).isFalse();
        assertThat(functions.parametersOf("WskBindd")).isEmpty();
    }

    @Test
    void load_functionThatIsNotSimulated_isForTheRunToRefuse() {
        String text = "wsksim: 1\nname: x\nhosts: { a: { addresses: [192.0.2.1] } }\ndriver: { host: a }\n"
                + "steps: [{ call: WskSend, with: { Socket: NULL, Buffer: x } }]\n";
        assertThat(new ScenarioLoader().loadText("f.yaml", text).renderProblems())
                .isEmpty();
    }
}
