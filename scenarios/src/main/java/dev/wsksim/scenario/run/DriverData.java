package dev.wsksim.scenario.run;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.event.WskInspectId;
import java.util.LinkedHashMap;
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

    /** Returns the MDL with this name, if a call that names it was made. */
    Optional<Mdl> mdl(Reference name) {
        return Optional.ofNullable(mdls.get(name.name()));
    }

    /** Gives an MDL its name. */
    void keepMdl(Reference name, Mdl mdl) {
        mdls.put(name.name(), mdl);
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
