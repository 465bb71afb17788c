package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.name.UnicodeString;
import org.junit.jupiter.api.Test;

final class NameRulesTest {

    private final VerifiedRun run = new VerifiedRun();

    private AddrInfoExW resolved(UnicodeString node) {
        Variable<AddrInfoExW> result = new Variable<>();
        Irp irp = run.irp();
        run.dispatch.wskGetAddressInfo(run.client, node, null, 0, null, null, result, null, null, irp);
        run.free(irp);
        return result.get();
    }

    private AddrInfoExW resolved() {
        return resolved(UnicodeString.of("localhost"));
    }

    private void free(AddrInfoExW list) {
        run.dispatch.wskFreeAddressInfo(run.client, list);
    }

    private void nameOf(long length, UnicodeString node, UnicodeString service) {
        SockAddr address = VerifiedRun.REMOTE;
        Irp irp = run.irp();
        run.dispatch.wskGetNameInfo(run.client, address, length, node, service, 0, null, null, irp);
        run.free(irp);
    }

    @Test
    void correctUse_isSilent() {
        AddrInfoExW list = resolved();
        assertThat(list.aiNext().aiAddr()).isNotNull();
        free(list);
        nameOf(16, UnicodeString.buffer(64), null);
        nameOf(128, null, UnicodeString.buffer(26));
        assertThat(run.unload()).isEmpty();
    }

    @Test
    void name002_nullOtherEntryAndSecondFree_areFound() {
        AddrInfoExW list = resolved();
        free(null);
        VerifiedRun.blueScreen(() -> free(list.aiNext()));
        VerifiedRun.blueScreen(() -> free(AddrInfoExW.hints(0, 0, 0, 0)));
        free(list);
        VerifiedRun.blueScreen(() -> free(list));
        assertThat(run.broken()).containsOnly("WSK-NAME-002").hasSize(4);
        assertThat(run.verifier.violations().get(3).entries())
                .as("with the free before")
                .hasSize(2);
    }

    @Test
    void name003_readAfterTheFree_isFound() {
        AddrInfoExW list = resolved();
        free(list);
        VerifiedRun.blueScreen(list::aiNext);
        assertThat(run.broken()).containsExactly("WSK-NAME-003");
    }

    @Test
    void name004_listsNeverFreed_areFoundAtTheEnd() {
        resolved();
        free(resolved());
        resolved();
        assertThat(run.unload()).containsExactly("WSK-NAME-004", "WSK-NAME-004");
    }

    @Test
    void name005to007_argumentsOfWskGetNameInfo_areJudged() {
        nameOf(16, null, null);
        nameOf(129, UnicodeString.buffer(64), null);
        nameOf(16, UnicodeString.buffer(22), UnicodeString.buffer(24));
        assertThat(run.broken()).containsExactly("WSK-NAME-005", "WSK-NAME-006", "WSK-NAME-007");
    }

    @Test
    void name008_stringWithoutNul_isFound() {
        free(resolved(UnicodeString.of("localhost", 18)));
        free(resolved(UnicodeString.of("localhost", 20)));
        assertThat(run.broken()).containsExactly("WSK-NAME-008");
    }
}
