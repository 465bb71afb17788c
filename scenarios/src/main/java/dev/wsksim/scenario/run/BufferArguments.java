package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.BufferSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.event.WskInspectId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the arguments of a call step that are data their C types: buffers, indicated lists, inspected requests. */
final class BufferArguments {

    private final DriverData data;

    BufferArguments(DriverData data) {
        this.data = data;
    }

    /** Returns what the step gives for Buffer as bytes to send; null for NULL and where it may be left out. */
    @Nullable
    WskBuf toSend(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        return buffer(call, arguments, true);
    }

    /** Returns what the step gives for Buffer as room to receive; null for NULL. */
    @Nullable
    WskBuf toReceive(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskBuf buffer = buffer(call, arguments, false);
        if (buffer != null) {
            call.keepBuffer(buffer);
        }
        return buffer;
    }

    private @Nullable WskBuf buffer(PlayedCall call, ArgumentReader arguments, boolean toSend)
            throws ArgumentProblemException {
        Optional<ArgumentValue> value = arguments.value("Buffer");
        if (value.isEmpty() || value.get() instanceof ArgumentValue.Null) {
            return null;
        }
        Optional<WskBuf> same = call.earlier().flatMap(PlayedCall::passed);
        WskBuf buffer = same.isPresent() ? same.get() : of(value.get(), toSend);
        call.setPassed(buffer);
        return buffer;
    }

    /** Returns the buffer that a value describes. */
    WskBuf of(ArgumentValue value, boolean toSend) throws ArgumentProblemException {
        try {
            BufferSpec spec = BufferSpec.of(value);
            return new BufferMaker(data).buffer(spec, toSend);
        } catch (ArgumentMistakeException mistake) {
            throw new ArgumentProblemException(
                    mistake.position(), String.valueOf(mistake.getMessage()), mistake.hint());
        }
    }

    /** Returns the list that the step names; null for NULL. */
    @Nullable
    Object indication(ArgumentReader arguments, String parameter) throws ArgumentProblemException {
        Optional<Reference> name = arguments.name(parameter);
        if (name.isEmpty()) {
            return null;
        }
        return data.indication(name.get())
                .orElseThrow(() -> new ArgumentProblemException(
                        name.get().position(),
                        "indication '" + name.get() + "' does not exist: its callback has not been called",
                        "wait until it has, or look whether the event is enabled"));
    }

    /** Returns the request that the step names; null for NULL. */
    @Nullable
    WskInspectId inspection(ArgumentReader arguments, String parameter) throws ArgumentProblemException {
        Optional<Reference> name = arguments.name(parameter);
        if (name.isEmpty()) {
            return null;
        }
        return data.inspection(name.get())
                .orElseThrow(() -> new ArgumentProblemException(
                        name.get().position(),
                        "request '" + name.get() + "' does not exist: WskInspectEvent has not been called for it",
                        "wait until it has"));
    }
}
