package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.ScriptedPolicy;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerifierTest {

    private static void playCorrectDriver(VerifiedRun run) {
        CachedSecurityDescriptor descriptor = run.cache();
        Irp irp = run.irp();
        run.socketConnect(VerifiedRun.LOCAL, VerifiedRun.REMOTE, descriptor, irp);
        run.settle();
        ConnectionSocket socket = (ConnectionSocket) irp.informationObject();
        run.host.io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
        run.prepared(irp);
        VerifiedRun.table(socket).wskCloseSocket(socket, irp);
        run.free(irp);
        run.releaseDescriptor(descriptor);
        run.release();
        run.deregister();
    }

    private static DecisionPolicy answering(String function, String option) {
        List<ScriptedPolicy.Answer> script =
                List.of(new ScriptedPolicy.Answer(function + ".completion", option, ScriptedPolicy.EVERY_TIME));
        return new ScriptedPolicy(script, DecisionPolicy.TYPICAL);
    }

    @Test
    void verifier_correctDriver_findsNothing() {
        VerifiedRun run = new VerifiedRun();

        playCorrectDriver(run);

        assertThat(run.unloadAsItIs()).isEmpty();
        assertThat(run.log.entries()).hasSizeGreaterThan(30);
    }

    @Test
    void verifier_correctDriverWithInlineCompletion_findsNothing() {
        for (String option : List.of("inline", "completed-before-pending")) {
            VerifiedRun run = new VerifiedRun(answering("WskSocketConnect", option), true);

            playCorrectDriver(run);

            assertThat(run.unloadAsItIs()).as(option).isEmpty();
        }
    }

    @Test
    void verifier_attached_leavesTheDigestAsItIs() {
        assertThat(digest(true)).isEqualTo(digest(false));
    }

    private static String digest(boolean verified) {
        VerifiedRun run = new VerifiedRun(DecisionPolicy.TYPICAL, verified);
        playCorrectDriver(run);
        run.release(); // one too many, so that there is something to find
        TraceDigest digest = new TraceDigest();
        run.log.entries().forEach(digest::accept);
        assertThat(run.broken()).hasSize(verified ? 1 : 0);
        return digest.hex();
    }

    @Test
    void driverUnloaded_calledTwice_reportsLeftOversOnce() {
        VerifiedRun run = new VerifiedRun();
        run.unloadAsItIs();

        assertThat(run.unloadAsItIs()).containsExactly("WSK-REG-004", "WSK-REG-005");
    }

    @Test
    void violation_citesTheLaterEntryFirst() {
        VerifiedRun run = new VerifiedRun();
        run.release();
        long release = lastOfKind(run, "registration-released");
        Irp irp = run.irp();
        run.socketConnect(irp);
        long call = lastOfKind(run, "call-entered");

        Violation violation = run.verifier.violations().get(0);

        assertThat(violation.entries()).isEqualTo(ImmutableList.of(call, release));
        assertThat(violation)
                .hasToString("WSK-REG-006 (must): WskSocketConnect was called after the last capture of client 1 was"
                        + " released [entries [" + call + ", " + release + "]]");
    }

    private static long lastOfKind(VerifiedRun run, String kind) {
        return run.log.entries().stream()
                .filter(entry -> entry.record().kind().equals(kind))
                .mapToLong(entry -> entry.number())
                .max()
                .orElseThrow();
    }

    @Test
    void secondVerifier_onTheSameBook_remembersNothingOfTheFirst() {
        VerifiedRun first = new VerifiedRun();
        first.unloadAsItIs();

        Verifier second = new Verifier(StandardRules.book());
        second.driverUnloaded();

        assertThat(second.violations()).isEmpty();
    }
}
