package dev.wsksim.junit5.assertion;

import dev.wsksim.junit5.driver.Callbacks;
import dev.wsksim.junit5.driver.Packets;
import dev.wsksim.junit5.driver.Request;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.wsk.socket.WskSocket;

/** Where assertions begin: {@code import static dev.wsksim.junit5.assertion.WskAssertions.assertThat}. */
public final class WskAssertions {

    private WskAssertions() {}

    /** Begins an assertion about a call and its IRP. */
    public static RequestAssert assertThat(Request actual) {
        return new RequestAssert(actual);
    }

    /** Begins an assertion about an IRP. */
    public static IrpAssert assertThat(Irp actual) {
        return new IrpAssert(actual);
    }

    /** Begins an assertion about a socket. */
    public static SocketAssert assertThat(WskSocket actual) {
        return new SocketAssert(actual);
    }

    /** Begins an assertion about packets. */
    public static PacketsAssert assertThat(Packets actual) {
        return new PacketsAssert(actual);
    }

    /** Begins an assertion about callbacks. */
    public static CallbacksAssert assertThat(Callbacks actual) {
        return new CallbacksAssert(actual);
    }

    /** Begins an assertion about the rules that were broken. */
    public static ViolationsAssert assertThat(Verifier actual) {
        return new ViolationsAssert(actual);
    }
}
