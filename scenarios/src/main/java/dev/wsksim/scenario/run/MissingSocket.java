package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says why a socket that a step names is not there: which call should have delivered it, and how that call stands. */
final class MissingSocket {
    private MissingSocket() {}

    /** Returns the finding about a name that no socket has yet. */
    static ArgumentProblemException problem(Reference name, Collection<PlayedCall> calls) {
        String message = "socket '" + name + "' does not exist: ";
        return calls.stream()
                .filter(call -> delivers(call.step(), name))
                .reduce((earlier, later) -> later)
                .map(call -> new ArgumentProblemException(
                        name.position(), message + who(call, name) + ' ' + standing(call), hint(call)))
                .orElseGet(() -> new ArgumentProblemException(
                        name.position(),
                        message + "the call or callback that should deliver it has not begun",
                        "let it come before this step, or look at the findings about it"));
    }

    private static boolean delivers(CallStep step, Reference name) {
        return step.completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .flatMap(expected -> ((CompletionExpectation.Completes) expected).socket())
                .filter(socket -> socket.name().equals(name.name()))
                .isPresent();
    }

    private static String who(PlayedCall call, Reference reader) {
        CallStep step = call.step();
        String id = step.id().map(given -> " '" + given + "'").orElse("");
        return step.function() + id + " of " + step.position().lineSeenFrom(reader.position());
    }

    private static String standing(PlayedCall call) {
        if (!call.hasEnded()) {
            return "has not completed yet";
        }
        List<PlayedCall.Completion> completions = call.completions();
        return completions.isEmpty()
                ? call.returnedStatus()
                        .map(status -> "returned " + status.name())
                        .orElse("returned")
                : "completed with "
                        + completions.get(completions.size() - 1).status().name();
    }

    private static String hint(PlayedCall call) {
        if (call.hasEnded()) {
            return "this follows from that call; mend what is found there first";
        }
        Optional<Reference> id = call.step().id();
        return id.map(name -> "write 'await: " + name + "' before this step")
                .orElse("give that call an id, and await it before this step");
    }
}
