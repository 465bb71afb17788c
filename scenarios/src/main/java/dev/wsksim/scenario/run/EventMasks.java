package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.control.WskEventCallbackControl.NpiId;
import dev.wsksim.wsk.flag.EventMask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a WSK_EVENT_CALLBACK_CONTROL: in full as {@code { NpiId: NPI_WSK_INTERFACE_ID, EventMask: [WSK_EVENT_RECEIVE]
 * }}, or in short as the events alone.
 */
final class EventMasks {

    private EventMasks() {}

    /** Returns a variable with the structure; null for NULL and where the step gives none. */
    static @Nullable Variable<?> control(ArgumentReader arguments, String parameter) throws ArgumentProblemException {
        Optional<ArgumentValue> value = arguments.value(parameter);
        if (value.isEmpty() || value.get() instanceof ArgumentValue.Null) {
            return null;
        }
        if (!(value.get() instanceof ArgumentValue.Fields fields)) {
            return new Variable<>(WskEventCallbackControl.of(new EventMask((int) arguments.number(parameter, 0))));
        }
        StructureReader structure =
                new StructureReader("WSK_EVENT_CALLBACK_CONTROL", fields, arguments).allow("NpiId", "EventMask");
        Optional<ArgumentValue> npiId = structure.value("NpiId");
        return new Variable<>(new WskEventCallbackControl(
                npiId.isEmpty() ? NpiId.NPI_WSK_INTERFACE_ID : npiId(npiId.get()),
                new EventMask((int) structure.number("EventMask", 0))));
    }

    /** Any name but the two stands for an extension interface. */
    private static NpiId npiId(ArgumentValue value) {
        return switch (value.toString()) {
            case "NPI_WSK_INTERFACE_ID" -> NpiId.NPI_WSK_INTERFACE_ID;
            case "NULL" -> NpiId.NULL;
            default -> NpiId.EXTENSION;
        };
    }
}
