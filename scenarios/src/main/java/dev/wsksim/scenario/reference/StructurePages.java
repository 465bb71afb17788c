package dev.wsksim.scenario.reference;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code explain} tells of each structure and enumeration of the interface. */
public final class StructurePages {
    private static final ImmutableMap<String, StructurePage> PAGES = Stream.of(
                    NpiStructures.ALL, DispatchStructures.ALL, DataStructures.ALL, AddressStructures.ALL)
            .flatMap(pages -> pages.stream())
            .collect(toImmutableMap(StructurePage::name, page -> page));

    private StructurePages() {}

    /** Returns the page of a structure with this exact C name, if it has one. */
    public static Optional<StructurePage> of(String name) {
        return Optional.ofNullable(PAGES.get(name));
    }
}
