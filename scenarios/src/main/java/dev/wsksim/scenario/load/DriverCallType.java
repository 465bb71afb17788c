package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.KernelStep;
import java.util.Optional;
import java.util.function.Consumer;

/** What the driver calls inside callbacks and completion routines: a routine of the kernel, under its name, or a function of WSK. */
final class DriverCallType implements ValueType<DriverCall> {
    private final ValueType<? extends DriverCall> call;

    DriverCallType(ValueType<? extends DriverCall> call) {
        this.call = call;
    }

    @Override
    public Optional<DriverCall> read(Node node, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                ElementType<KernelStep> kind =
                        KernelElements.kinds().get(entry.key().text());
                if (kind != null) {
                    return kind.read(node, problems).map(made -> made);
                }
            }
        }
        return call.read(node, problems).map(made -> made);
    }

    @Override
    public String label() {
        return call.label();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        ImmutableList.Builder<Object> kinds = ImmutableList.builder();
        kinds.add(call.schema(definitions));
        KernelElements.kinds().values().forEach(kind -> kinds.add(kind.schema(definitions)));
        return Json.object("anyOf", kinds.build());
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        call.visitElements(visitor);
        KernelElements.kinds().values().forEach(visitor);
    }

    @Override
    public void reportMismatch(Node node, Problems problems) {
        call.reportMismatch(node, problems);
    }
}
