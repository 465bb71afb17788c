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
import dev.wsksim.wsk.event.WskInspectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The memory that the scripted driver makes for its buffers, and what its callbacks were given, by the scenario's names. */
final class DriverData {

    private final MemoryManager memory;
    private final Map<String, Mdl> mdls = new LinkedHashMap<>();
    private final Map<String, Object> indications = new LinkedHashMap<>();
    private final Map<String, WskInspectId> inspections = new LinkedHashMap<>();

    DriverData(MemoryManager memory) {
        this.memory = memory;
    }

    /** Returns the memory manager. */
    MemoryManager memory() {
        return memory;
    }

    /**
     * Makes a WSK_BUF with its memory and MDLs.
     *
     * @param toSend whether bytes of which only the number is said get a pattern; room to receive is zeros
     */
    WskBuf buffer(BufferSpec spec, boolean toSend) {
        List<Mdl> chain = new ArrayList<>(spec.mdls().size());
        for (MdlSpec description : spec.mdls()) {
            chain.add(description.known().map(this::known).orElseGet(() -> make(description, toSend)));
        }
        link(chain);
        Mdl first = chain.isEmpty() ? null : chain.get(0);
        long length =
                spec.length().orElseGet(() -> first == null ? 0 : Math.max(0, first.chainBytes() - spec.offset()));
        return new WskBuf(first, (int) spec.offset(), length);
    }

    /** Links MDLs in this order, whatever they were linked to before; one that is named twice leads back into the chain. */
    private static void link(List<Mdl> chain) {
        for (int i = 0; i < chain.size() - 1; i++) {
            chain.get(i).setNext(chain.get(i + 1));
        }
        int last = chain.size() - 1;
        if (last >= 0 && chain.indexOf(chain.get(last)) == last) {
            chain.get(last).setNext(null);
        }
    }

    private Mdl known(Reference name) {
        Mdl mdl = mdls.get(name.name());
        if (mdl == null) {
            throw new AssertionError("the loader demands that memory '" + name + "' exists");
        }
        return mdl;
    }

    private Mdl make(MdlSpec spec, boolean toSend) {
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
        spec.name().ifPresent(name -> mdls.put(name.name(), mdl));
        return mdl;
    }

    private static Optional<Content> content(MdlSpec spec, boolean toSend) {
        return spec.bytes() == 0
                ? Optional.empty()
                : spec.content().flatMap(content -> toSend ? Optional.of(content.sent()) : content.exact());
    }

    private static PoolType type(MdlSpec.Pool pool) {
        return switch (pool) {
            case NON_PAGED -> PoolType.NON_PAGED_POOL;
            case PAGED -> PoolType.PAGED_POOL;
            case STACK -> PoolType.STACK;
        };
    }

    /** Returns the MDL with this name, if a call that names it was made. */
    Optional<Mdl> mdl(Reference name) {
        return Optional.ofNullable(mdls.get(name.name()));
    }

    /** Keeps the list that a callback was given. */
    void keepIndication(Reference name, @Nullable Object list) {
        if (list != null) {
            indications.put(name.name(), list);
        }
    }

    /** Returns the list with this name, if its callback was called. */
    Optional<Object> indication(Reference name) {
        return Optional.ofNullable(indications.get(name.name()));
    }

    /** Keeps the request that WskInspectEvent was asked about. */
    void keepInspection(Reference name, @Nullable WskInspectId inspectId) {
        if (inspectId != null) {
            inspections.put(name.name(), inspectId);
        }
    }

    /** Returns the request with this name, if WskInspectEvent was asked about it. */
    Optional<WskInspectId> inspection(Reference name) {
        return Optional.ofNullable(inspections.get(name.name()));
    }
}
