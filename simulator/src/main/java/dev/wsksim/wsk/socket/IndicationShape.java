package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.wsk.data.IndicationMemory;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;

/**
 * How received bytes are laid out in an indication; any layout is allowed, so a driver has to go through all of list,
 * chain and offset. The options are those of event.indication-shape, in order. Source: ns-wsk-_wsk_data_indication,
 * ns-wsk-_wsk_buf.
 */
enum IndicationShape {
    /** One entry with one MDL, from its first byte on. */
    ONE_MDL {
        @Override
        WskDataIndication list(IndicationMemory memory, byte[] bytes) {
            Mdl mdl = memory.mdl(memory.lend(bytes), 0, bytes.length);
            return new WskDataIndication(memory, WskBuf.of(mdl), null);
        }
    },
    /** One entry whose data begins inside the first MDL, behind bytes that are none of it. */
    OFFSET_IN_FIRST_MDL {
        @Override
        WskDataIndication list(IndicationMemory memory, byte[] bytes) {
            PoolBlock block = memory.lend(bytes);
            PoolBlock front = memory.lend(new byte[HEADER]);
            int own = Math.min(1, bytes.length);
            System.arraycopy(bytes, 0, front.array(), HEADER - own, own);
            Mdl first = memory.mdl(front, 0, HEADER);
            first.setNext(memory.mdl(block, own, bytes.length - own));
            return new WskDataIndication(memory, new WskBuf(first, HEADER - own, bytes.length), null);
        }
    },
    /** One entry with a chain of two MDLs. */
    MDL_CHAIN {
        @Override
        WskDataIndication list(IndicationMemory memory, byte[] bytes) {
            PoolBlock block = memory.lend(bytes);
            int half = bytes.length / 2;
            Mdl first = memory.mdl(block, 0, half);
            first.setNext(memory.mdl(block, half, bytes.length - half));
            return new WskDataIndication(memory, WskBuf.of(first), null);
        }
    },
    /** Two entries. */
    TWO_ENTRIES {
        @Override
        WskDataIndication list(IndicationMemory memory, byte[] bytes) {
            PoolBlock block = memory.lend(bytes);
            int half = bytes.length / 2;
            Mdl last = memory.mdl(block, half, bytes.length - half);
            WskDataIndication second = new WskDataIndication(memory, WskBuf.of(last), null);
            return half == 0 ? second : new WskDataIndication(memory, WskBuf.of(memory.mdl(block, 0, half)), second);
        }
    };

    private static final int HEADER = 54;
    private static final ImmutableList<IndicationShape> ANSWERS = ImmutableList.copyOf(values());

    /** Returns the answer to event.indication-shape with this index. */
    static IndicationShape ofAnswer(int answer) {
        return ANSWERS.get(answer);
    }

    /** Lays bytes out in memory that is lent. */
    abstract WskDataIndication list(IndicationMemory memory, byte[] bytes);
}
