package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The driver calls a WSK function.
 *
 * @param id the name by which later steps speak of the call
 * @param timing when
 * @param function the function, spelled as in the documentation
 * @param arguments the documented parameters that the scenario sets, in the order of the file
 * @param socket the socket the function is called on, another spelling of the parameter Socket
 * @param thread the thread that calls; absent: the driver's own
 * @param irql the IRQL at which the function is called; absent: PASSIVE_LEVEL
 * @param irp how the IRP is made and treated
 * @param returns what the function must return; absent: not checked
 * @param returned when the function must have returned, counted from the call, for functions that block; absent: not
 *     checked
 * @param completes how the IRP must complete; absent: not checked
 * @param outputs what must have been written to out parameters once the call is done, in the order of the file
 * @param onEvent what the event callbacks of the socket do that the call delivers; absent: they accept everything
 * @param position where it is written
 */
public record CallStep(
        Optional<Reference> id,
        StepTiming timing,
        String function,
        ImmutableMap<String, ArgumentValue> arguments,
        Optional<Reference> socket,
        Optional<Reference> thread,
        OptionalInt irql,
        IrpUse irp,
        Optional<StatusExpectation> returns,
        Optional<TimeExpectation> returned,
        Optional<CompletionExpectation> completes,
        ImmutableMap<String, ArgumentValue> outputs,
        Optional<EventScript> onEvent,
        SourcePosition position)
        implements DriverCall {

    /** Returns the call that the completion routine of this one makes again, if the script asks for one more. */
    public Optional<CallStep> again() {
        return irp.script().flatMap(script -> script.next(this));
    }

    @Override
    public CallStep onThread(Reference caller) {
        return new CallStep(
                id,
                timing,
                function,
                arguments,
                socket,
                Optional.of(caller),
                irql,
                irp,
                returns,
                returned,
                completes,
                outputs,
                onEvent,
                position);
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.call(this);
    }
}
