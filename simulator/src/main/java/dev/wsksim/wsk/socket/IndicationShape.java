package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.mm.PoolBlock;
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
        WskDataIndication list(MemoryManager memory, PoolBlock block) {
            return new WskDataIndication(WskBuf.of(memory.mdlOf(block)), null);
        }
    },
    /** One entry whose data begins inside the first MDL, behind bytes that are none of it. */
    OFFSET_IN_FIRST_MDL {
        @Override
        WskDataIndication list(MemoryManager memory, PoolBlock block) {
            PoolBlock front = memory.lent(new byte[HEADER]);
            int own = Math.min(1, block.length());
            System.arraycopy(block.array(), 0, front.array(), HEADER - own, own);
            Mdl first = memory.mdlOf(front);
            first.setNext(part(memory, block, own, block.length() - own));
            return new WskDataIndication(new WskBuf(first, HEADER - own, block.length()), null);
        }
    },
    /** One entry with a chain of two MDLs. */
    MDL_CHAIN {
        @Override
        WskDataIndication list(MemoryManager memory, PoolBlock block) {
            int half = block.length() / 2;
            Mdl first = part(memory, block, 0, half);
            first.setNext(part(memory, block, half, block.length() - half));
            return new WskDataIndication(WskBuf.of(first), null);
        }
    },
    /** Two entries. */
    TWO_ENTRIES {
        @Override
        WskDataIndication list(MemoryManager memory, PoolBlock block) {
            int half = block.length() / 2;
            Mdl last = part(memory, block, half, block.length() - half);
            WskDataIndication second = new WskDataIndication(WskBuf.of(last), null);
            return half == 0 ? second : new WskDataIndication(WskBuf.of(part(memory, block, 0, half)), second);
        }
    };

    private static final int HEADER = 54;
    private static final ImmutableList<IndicationShape> ANSWERS = ImmutableList.copyOf(values());

    /** Returns the answer to event.indication-shape with this index. */
    static IndicationShape ofAnswer(int answer) {
        return ANSWERS.get(answer);
    }

    /** Lays the bytes of a block out. */
    abstract WskDataIndication list(MemoryManager memory, PoolBlock block);

    private static Mdl part(MemoryManager memory, PoolBlock block, int offset, int count) {
        Mdl mdl = memory.ioAllocateMdl(block, offset, count);
        memory.mmBuildMdlForNonPagedPool(mdl);
        return mdl;
    }
}
