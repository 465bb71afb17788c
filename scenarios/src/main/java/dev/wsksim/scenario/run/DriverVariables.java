package dev.wsksim.scenario.run;

import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.MemorySpec;
import dev.wsksim.wsk.Variable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the variables and contexts that a call passes, in the memory that the step says, if it says so. */
final class DriverVariables {
    private final DriverData data;

    DriverVariables(DriverData data) {
        this.data = data;
    }

    /** Returns a variable to be filled, which is kept as an output of the call; null where the step gives NULL. */
    <T> @Nullable Variable<T> output(PlayedCall call, ArgumentReader arguments, String parameter)
            throws ArgumentProblemException {
        Variable<T> variable = arguments.isNull(parameter) ? null : variable(arguments, parameter);
        call.keepOutput(parameter, variable);
        return variable;
    }

    /** Returns a variable in the memory that the step says. */
    <T> Variable<T> variable(ArgumentReader arguments, String parameter) throws ArgumentProblemException {
        Optional<ArgumentValue.Fields> memory = arguments.fields(parameter);
        return memory.isEmpty() ? new Variable<>() : Variable.in(block(memory.get()));
    }

    /** Returns a context: a block of memory, or the word that the step gives; null where it gives neither. */
    @Nullable
    Object context(ArgumentReader arguments, String parameter) throws ArgumentProblemException {
        Optional<ArgumentValue.Fields> memory = arguments.fields(parameter);
        return memory.isEmpty() ? arguments.text(parameter).orElse(null) : block(memory.get());
    }

    /** Returns a context that a callback stores: a block of memory, or a word. */
    Object context(ArgumentValue value) throws ArgumentProblemException {
        return value instanceof ArgumentValue.Fields memory ? block(memory) : value.toString();
    }

    private PoolBlock block(ArgumentValue.Fields fields) throws ArgumentProblemException {
        try {
            MemorySpec spec = MemorySpec.of(fields);
            PoolBlock block = data.memory().exAllocatePool(BufferMaker.type(spec.pool()), spec.bytes());
            spec.name().ifPresent(name -> data.keepMdl(name, data.memory().ioAllocateMdl(block, 0, block.length())));
            return block;
        } catch (ArgumentMistakeException mistake) {
            throw new ArgumentProblemException(
                    mistake.position(), String.valueOf(mistake.getMessage()), mistake.hint());
        }
    }
}
