package dev.wsksim.wsk.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.wsk.SockAddr;
import org.junit.jupiter.api.Test;

/** What a call reads before it returns, and what it goes on using. */
class WskBufTest {

    /**
     * A call that has returned STATUS_PENDING cannot see a change of the structure or the address that it was given: both
     * are values (OQ-24, OQ-78). Only the memory behind the MDLs is shared with the driver.
     */
    @Test
    void structureAndAddresses_areValuesThatACallHasForItself() {
        assertThat(WskBuf.class).isRecord();
        assertThat(SockAddr.class).isSealed();
        assertThat(SockAddr.class.getPermittedSubclasses()).allMatch(Class::isRecord);
    }
}
