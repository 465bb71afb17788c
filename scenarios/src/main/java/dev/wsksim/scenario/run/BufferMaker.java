package dev.wsksim.scenario.run;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.kernel.mm.PoolType;
import dev.wsksim.net.peer.Content;
import dev.wsksim.scenario.model.BufferSpec;
import dev.wsksim.scenario.model.MdlSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a WSK_BUF as a scenario describes it: out of new memory, of memory that has a name, and of lists that callbacks have kept. */
final class BufferMaker {

    private final DriverData data;

    BufferMaker(DriverData data) {
        this.data = data;
    }

    /**
     * Makes a WSK_BUF with its memory and MDLs.
     *
     * @param toSend whether bytes of which only the number is said get a pattern; room to receive is zeros
     */
    WskBuf buffer(BufferSpec spec, boolean toSend) throws ArgumentProblemException {
        List<Mdl> chain = new ArrayList<>(spec.mdls().size());
        WskBuf indicated = null;
        for (MdlSpec description : spec.mdls()) {
            if (indicated != null) {
                throw new ArgumentProblemException(
                        description.position(),
                        "nothing can be chained behind the MDLs of an indicated list: they are the provider's",
                        "let the list be the last in Mdl");
            }
            indicated = indicated(description);
            if (!chain.isEmpty()) {
                requireWhole(indicated, description);
            }
            Mdl mdl = indicated == null ? own(description, toSend) : indicated.mdl();
            if (mdl != null) {
                chain.add(mdl);
            }
        }
        link(chain, indicated == null);
        Mdl first = chain.isEmpty() ? null : chain.get(0);
        long offset = spec.offset().orElse(indicated != null && spec.mdls().size() == 1 ? indicated.offset() : 0);
        long length = spec.length().isPresent()
                ? spec.length().getAsLong()
                : behind(offset, first, Optional.ofNullable(indicated));
        return new WskBuf(first, (int) offset, length);
    }

    /** Links MDLs in this order, whatever they were linked to before; one that is named twice leads back into the chain. */
    private static void link(List<Mdl> chain, boolean own) {
        for (int i = 0; i < chain.size() - 1; i++) {
            chain.get(i).setNext(chain.get(i + 1));
        }
        int last = chain.size() - 1;
        if (own && last >= 0 && chain.indexOf(chain.get(last)) == last) {
            chain.get(last).setNext(null);
        }
    }

    /** A chain goes from the end of one MDL to the beginning of the next, so it cannot skip what lies before the bytes of a list. */
    private static void requireWhole(@Nullable WskBuf indicated, MdlSpec description) throws ArgumentProblemException {
        if (indicated != null && indicated.offset() > 0) {
            throw new ArgumentProblemException(
                    description.position(),
                    "the bytes of this list begin at Offset " + indicated.offset() + " of their first MDL, and an MDL"
                            + " before it cannot skip what lies there",
                    "a driver makes a partial MDL or copies; or let the decision layout begin at 0");
        }
    }

    private static long behind(long offset, @Nullable Mdl first, Optional<WskBuf> indicated) {
        if (first == null) {
            return 0;
        }
        long beyond = 0;
        Mdl chain = indicated.map(WskBuf::mdl).orElse(null);
        if (indicated.isPresent() && chain != null) {
            beyond = chain.chainBytes()
                    - indicated.get().offset()
                    - indicated.get().length();
        }
        return Math.max(0, first.chainBytes() - offset - beyond);
    }

    /** Returns the buffer of the first entry of the indicated list that a description names; null where it names memory. */
    private @Nullable WskBuf indicated(MdlSpec description) throws ArgumentProblemException {
        Optional<Reference> name = description.known();
        if (name.isEmpty() || data.mdl(name.get()).isPresent()) {
            return null;
        }
        Object list = data.indication(name.get())
                .orElseThrow(() -> new ArgumentProblemException(
                        description.position(),
                        "'" + name.get() + "' does not exist: what should have made it has not happened",
                        "wait until it has, or look whether the event is enabled"));
        return list instanceof WskDatagramIndication datagrams
                ? datagrams.buffer()
                : ((WskDataIndication) list).buffer();
    }

    private Mdl own(MdlSpec description, boolean toSend) {
        return description.known().flatMap(data::mdl).orElseGet(() -> make(description, toSend));
    }

    private Mdl make(MdlSpec spec, boolean toSend) {
        MemoryManager memory = data.memory();
        PoolBlock block = memory.exAllocatePool(type(spec.pool()), spec.bytes());
        content(spec, toSend).ifPresent(bytes -> bytes.copyTo(0, block.array(), spec.bytes()));
        Mdl mdl = memory.ioAllocateMdl(block, 0, spec.bytes());
        switch (spec.preparedBy()) {
            case BUILT -> memory.mmBuildMdlForNonPagedPool(mdl);
            case LOCKED -> memory.mmProbeAndLockPages(mdl);
            case NOTHING -> {
                // That is the mistake.
            }
        }
        spec.name().ifPresent(name -> data.keepMdl(name, mdl));
        return mdl;
    }

    private static Optional<Content> content(MdlSpec spec, boolean toSend) {
        return spec.bytes() == 0
                ? Optional.empty()
                : spec.content().flatMap(content -> toSend ? Optional.of(content.sent()) : content.exact());
    }

    static PoolType type(MdlSpec.Pool pool) {
        return switch (pool) {
            case NON_PAGED -> PoolType.NON_PAGED_POOL;
            case PAGED -> PoolType.PAGED_POOL;
            case STACK -> PoolType.STACK;
        };
    }
}
