package dev.wsksim.net.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.peer.SequenceReference.Base;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;
import org.junit.jupiter.api.Test;

class SequenceReferenceTest {

    @Test
    void resolve_ofEachBase_countsFromTheEndsOwnVariable() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        TcpConnection end = world.connect(new TcpUser() {});
        world.loop.run();

        assertThat(new SequenceReference(Base.ISS, 1).resolve(end)).isEqualTo(end.iss() + 1);
        assertThat(new SequenceReference(Base.IRS, -1).resolve(end)).isEqualTo(end.irs() - 1);
        assertThat(new SequenceReference(Base.SND_UNA, 0).resolve(end)).isEqualTo(end.sndUna());
        assertThat(new SequenceReference(Base.SND_NXT, 10).resolve(end)).isEqualTo(end.sndNxt() + 10);
        assertThat(new SequenceReference(Base.RCV_NXT, 0x8000_0000L).resolve(end))
                .isEqualTo(end.rcvNxt() + 0x8000_0000);
        assertThat(new SequenceReference(Base.ZERO, 0xFFFF_FFFFL).resolve(end)).isEqualTo(-1);
    }

    @Test
    void toString_isAsItIsWritten() {
        assertThat(SequenceReference.of(Base.RCV_NXT)).hasToString("rcvNxt");
        assertThat(new SequenceReference(Base.SND_NXT, 10)).hasToString("sndNxt+10");
        assertThat(new SequenceReference(Base.SND_UNA, -1)).hasToString("sndUna-1");
        assertThat(new SequenceReference(Base.ZERO, 4000000000L)).hasToString("4000000000");
    }
}
