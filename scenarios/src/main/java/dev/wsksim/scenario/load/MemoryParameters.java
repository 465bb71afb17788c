package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.MemorySpec;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/** The parameters of which a call may say in which memory they lie: variables that are filled, and contexts. */
final class MemoryParameters {
    private static final String LOCAL = "LocalAddress";
    private static final String REMOTE = "RemoteAddress";
    private static final ImmutableSet<String> CONTEXTS = ImmutableSet.of("SocketContext", "AcceptSocketContext");
    private static final ImmutableSetMultimap<String, String> VARIABLES = ImmutableSetMultimap.<String, String>builder()
            .put("WskGetLocalAddress", LOCAL)
            .put("WskGetRemoteAddress", REMOTE)
            .putAll("WskAccept", LOCAL, REMOTE)
            .putAll("WskReceiveFrom", REMOTE, "ControlInfo", "ControlFlags")
            .put("WskControlSocket", "OutputBuffer")
            .build();

    private MemoryParameters() {}

    /** Tells whether the step may say in which memory a parameter lies. */
    static boolean has(String function, String parameter) {
        return CONTEXTS.contains(parameter) || VARIABLES.containsEntry(function, parameter);
    }

    /** Returns the descriptions of memory that a call gives. */
    static ImmutableList<ArgumentValue.Fields> of(CallStep call) {
        return call.arguments().entrySet().stream()
                .filter(argument -> has(call.function(), argument.getKey()))
                .map(argument -> argument.getValue())
                .filter(ArgumentValue.Fields.class::isInstance)
                .map(ArgumentValue.Fields.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the names that a call gives to memory; a description that is wrong is reported by the check of arguments. */
    static ImmutableList<Reference> names(CallStep call) {
        return of(call).stream().flatMap(fields -> name(fields).stream()).collect(ImmutableList.toImmutableList());
    }

    private static Optional<Reference> name(ArgumentValue.Fields fields) {
        try {
            return MemorySpec.of(fields).name();
        } catch (ArgumentMistakeException reported) {
            return Optional.empty();
        }
    }
}
