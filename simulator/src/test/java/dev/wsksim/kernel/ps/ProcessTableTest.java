package dev.wsksim.kernel.ps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.se.AccessToken;
import dev.wsksim.kernel.se.ImpersonationLevel;
import dev.wsksim.kernel.se.WellKnownSids;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import org.junit.jupiter.api.Test;

class ProcessTableTest {

    private static final AccessToken SERVICE = AccessToken.ofUser(WellKnownSids.LOCAL_SERVICE);
    private static final AccessToken GUEST = AccessToken.ofUser(WellKnownSids.ANONYMOUS);

    private final TraceLog log = new TraceLog();
    private final Trace trace = new Trace(new SimulationLoop(Limits.DEFAULT));
    private final ProcessTable table = table();

    private ProcessTable table() {
        trace.addSink(log);
        return new ProcessTable(trace);
    }

    @Test
    void system_isProcessFourAsLocalSystemWithAThread() {
        EProcess system = table.systemProcess();
        assertThat(system.id()).isEqualTo(4);
        assertThat(system.name()).isEqualTo("System");
        assertThat(system.primaryToken().user().sid()).isEqualTo(WellKnownSids.LOCAL_SYSTEM);
        assertThat(table.systemThread().id()).isEqualTo(8);
        assertThat(table.systemThread().process()).isSameAs(system);
    }

    @Test
    void ids_goOnInStepsOfFourInOrderOfCreation() {
        EProcess process = table.createProcess("svchost.exe", SERVICE);
        EThread thread = table.createThread(process, "worker");
        EProcess other = table.createProcess("svchost.exe", SERVICE);
        assertThat(process.id()).isEqualTo(12);
        assertThat(thread.id()).isEqualTo(16);
        assertThat(other.id()).isEqualTo(20);
        assertThat(table.processes()).containsExactly(table.systemProcess(), process, other);
        assertThat(table.threads()).containsExactly(table.systemThread(), thread);
    }

    @Test
    void find_byName_givesTheFirst() {
        EProcess first = table.createProcess("svchost.exe", SERVICE);
        table.createProcess("svchost.exe", GUEST);
        EThread thread = table.createThread(first, "worker");
        assertThat(table.findProcess("svchost.exe")).containsSame(first);
        assertThat(table.findThread("worker")).containsSame(thread);
        assertThat(table.findProcess("SVCHOST.EXE")).isEmpty();
        assertThat(table.findThread("nobody")).isEmpty();
    }

    @Test
    void process_withAnImpersonationToken_isRefused() {
        AccessToken impersonation = GUEST.impersonatedAt(ImpersonationLevel.SECURITY_IDENTIFICATION);
        assertThatThrownBy(() -> table.createProcess("x", impersonation)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thread_impersonates_untilItReverts() {
        EThread thread = table.createThread(table.createProcess("svchost.exe", SERVICE), "worker");
        assertThat(thread.effectiveToken()).isEqualTo(SERVICE);
        assertThat(thread.impersonationToken()).isNull();
        assertThat(thread.subjectContext().client()).isEmpty();

        AccessToken client = GUEST.impersonatedAt(ImpersonationLevel.SECURITY_IDENTIFICATION);
        thread.impersonate(client);
        assertThat(thread.effectiveToken()).isEqualTo(client);
        assertThat(thread.impersonationToken()).isEqualTo(client);
        assertThat(thread.subjectContext().primary()).isEqualTo(SERVICE);
        assertThat(thread.subjectContext().client()).contains(client);

        thread.revertToSelf();
        assertThat(thread.effectiveToken()).isEqualTo(SERVICE);
        assertThat(thread.subjectContext().client()).isEmpty();
    }

    @Test
    void thread_impersonatesAPrimaryToken_atSecurityImpersonation() {
        table.systemThread().impersonate(GUEST);
        assertThat(table.systemThread().effectiveToken())
                .isEqualTo(GUEST.impersonatedAt(ImpersonationLevel.SECURITY_IMPERSONATION));
    }

    @Test
    void impersonation_ofOneThread_leavesTheOthersAlone() {
        EThread other = table.createThread(table.systemProcess(), "other");
        table.systemThread().impersonate(GUEST);
        assertThat(other.effectiveToken()).isEqualTo(AccessToken.localSystem());
    }

    @Test
    void trace_tellsWhoIsWho() {
        EThread thread = table.createThread(table.createProcess("svchost.exe", SERVICE), "worker");
        thread.impersonate(GUEST);
        thread.revertToSelf();
        assertThat(log.entries().stream().map(TraceEntry::record))
                .extracting(record -> record.kind() + ": " + record.describe())
                .containsExactly(
                        "process-created: process System (4) runs as S-1-5-18",
                        "thread-created: thread System (4.8) begins",
                        "process-created: process svchost.exe (12) runs as S-1-5-19",
                        "thread-created: thread worker (12.16) begins",
                        "impersonation-began: thread worker (12.16) impersonates S-1-5-7 at SecurityImpersonation",
                        "impersonation-ended: thread worker (12.16) reverts to the token of its process");
    }
}
