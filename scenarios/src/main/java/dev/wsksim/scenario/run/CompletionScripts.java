package dev.wsksim.scenario.run;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.IrqlStack;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/** Does in completion routines what the scenario wants done there: names the delivered socket, makes calls, and makes the routine's own call again. */
final class CompletionScripts {

    /** Makes the calls that completion routines make. */
    interface Caller {
        /** Makes a call where the processor is now. */
        void make(DriverCall step, String from);

        /** Makes a call again with the IRP of an earlier one; nothing where it could not be made. */
        Optional<PlayedCall> makeAgain(CallStep step, PlayedCall earlier);

        /** Waits where the processor is now until a call is over. */
        void await(Reference id);
    }

    private final DriverState driver;
    private final Caller caller;

    CompletionScripts(DriverState driver, Caller caller) {
        this.driver = driver;
        this.caller = caller;
    }

    /** Runs in the completion routine of a call, and returns the call that took over its IRP, if the script makes it again. */
    Optional<PlayedCall> completed(PlayedCall call, PlayedCall.Completion completion) {
        nameSocket(call);
        Optional<CompletionScript> script = call.step().irp().script();
        if (script.isEmpty() || (script.get().whileReceived() && !hasReceived(completion))) {
            return Optional.empty();
        }
        String from = "the completion routine of " + call.step().function();
        IrqlStack outside = driver.threads().enter();
        script.get().calls().forEach(step -> caller.make(step, from));
        Optional<PlayedCall> again = call.step().again().flatMap(step -> caller.makeAgain(step, call));
        script.get().awaits().forEach(caller::await);
        driver.threads().leave(outside);
        return again;
    }

    private static boolean hasReceived(PlayedCall.Completion completion) {
        return completion.status() == NtStatus.STATUS_SUCCESS && completion.information() > 0;
    }

    /** Gives the delivered socket the name that the step asks for, before anything can speak of it. */
    private void nameSocket(PlayedCall call) {
        Optional<Reference> name = call.step()
                .completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .flatMap(expected -> ((CompletionExpectation.Completes) expected).socket());
        if (name.isPresent() && call.socket().isPresent()) {
            driver.nameSocket(name.get().name(), call.socket().get());
        }
    }
}
