package dev.wsksim.scenario.run;

/** A driver with a connected socket s, as {@link SmallWorld} has it, whose peer echoes. */
final class StreamWorld {

    static final String ECHO = SmallWorld.WORLD + """
            peers:
              server:
                tcp 445: { connect: accept, data: echo }
            driver: { host: client }
            """;

    static final String ENABLE = """
              - call: WskControlSocket
                on: s
                with:
                  ControlCode: SO_WSK_EVENT_CALLBACK
                  InputBuffer: [WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT]
                  Irp: NULL
                returns: STATUS_SUCCESS
            """;

    static final String SEND_HELLO = """
              - { call: WskSend, on: s, id: send, with: { Buffer: hello }, completes: STATUS_SUCCESS }
              - await: send
            """;

    private StreamWorld() {}

    /** Returns the steps that connect, with these lines under on-event. */
    static String connect(String onEvent) {
        return """
                steps:
                  - call: WskSocketConnect
                    id: c
                    with: { RemoteAddress: server:445 }
                    completes: { status: STATUS_SUCCESS, socket: s }
                    on-event:
                """ + onEvent.indent(10) + """
                  - await: c
                """;
    }
}
