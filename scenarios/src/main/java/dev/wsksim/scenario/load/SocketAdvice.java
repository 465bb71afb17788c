package dev.wsksim.scenario.load;

import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What to write where a step names a socket that no call delivers: often it names the call. */
final class SocketAdvice {
    private final FunctionParameters functions;
    private final Map<String, CallStep> calls = new LinkedHashMap<>();

    SocketAdvice(FunctionParameters functions) {
        this.functions = functions;
    }

    /** Notes a call that has an id. */
    void note(CallStep call) {
        call.id().ifPresent(id -> calls.putIfAbsent(id.name(), call));
    }

    /** Returns a hint about an unknown name; empty when there is nothing to say but the known names. */
    String hint(Reference unknown, boolean nothingDefined) {
        CallStep call = calls.get(unknown.name());
        if (call != null && functions.deliversSocket(call.function())) {
            String who = "'" + unknown + "' is the call in " + call.position().lineSeenFrom(unknown.position());
            Optional<Reference> delivered = StepCheck.deliveredSocket(call);
            return delivered
                    .map(socket -> who + "; the socket that it delivers is '" + socket + "'")
                    .orElseGet(() -> who + "; give its socket a name, as in completes: { socket: s }, and use that");
        }
        return nothingDefined ? "a call names the socket that it delivers, as in completes: { socket: s }" : "";
    }
}
