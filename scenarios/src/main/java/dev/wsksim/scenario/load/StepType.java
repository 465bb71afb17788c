package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.scenario.model.WaitStep;
import java.util.Optional;
import java.util.function.Consumer;

/** One step of any kind; the key that says what it does tells the kind. */
final class StepType implements ValueType<Step> {
    private static final String GROUP_KEY = "steps";

    private final ImmutableMap<String, ElementType<? extends Step>> simpleKinds;

    StepType(ImmutableMap<String, ElementType<? extends Step>> simpleKinds) {
        this.simpleKinds = simpleKinds;
    }

    private ImmutableMap<String, ElementType<? extends Step>> kinds() {
        return ImmutableMap.<String, ElementType<? extends Step>>builder()
                .putAll(simpleKinds)
                .put(GROUP_KEY, group())
                .buildOrThrow();
    }

    private ElementType<GroupStep> group() {
        Field<ImmutableList<Step>> steps = Field.required(
                GROUP_KEY,
                ListType.ofSome(this),
                "Steps that happen at one instant, in this order, with nothing else in between.",
                "[{ call: WskCloseSocket, on: s }, { cancel: first }]");
        return ElementType.of(
                "step group", "Several steps at one instant.", StepFields.of(steps), bound -> group(bound, steps));
    }

    private static GroupStep group(Bound bound, Field<ImmutableList<Step>> steps) {
        for (Step step : bound.get(steps)) {
            if (step instanceof GroupStep || step instanceof AwaitStep || step instanceof WaitStep) {
                bound.problems()
                        .report(
                                step.position(),
                                1,
                                "this step takes time and cannot be part of a group",
                                "put it behind the group");
            } else if (!step.timing().equals(StepTiming.NEXT)) {
                bound.problems()
                        .report(
                                step.position(),
                                1,
                                "a step of a group has no time of its own",
                                "give the time to the group");
            }
        }
        return new GroupStep(StepFields.id(bound), StepFields.timing(bound), bound.get(steps), bound.position());
    }

    @Override
    public Optional<Step> read(Node node, Problems problems) {
        if (!(node instanceof Node.Mapping mapping)) {
            reportMismatch(node, problems);
            return Optional.empty();
        }
        ImmutableMap<String, ElementType<? extends Step>> kinds = kinds();
        ImmutableList<Node.Entry> said = mapping.entries().stream()
                .filter(entry -> kinds.containsKey(entry.key().text()))
                .collect(ImmutableList.toImmutableList());
        if (said.size() == 1) {
            return require(kinds, said.get(0)).read(mapping, problems).map(step -> step);
        }
        if (said.isEmpty()) {
            reportNothingSaid(mapping, kinds.keySet(), problems);
        } else {
            String names = "'" + said.get(0).key().text() + "' and '"
                    + said.get(1).key().text() + "'";
            problems.report(said.get(1).key(), names + " are two steps", "begin a new element of the list with '- '");
        }
        return Optional.empty();
    }

    private static ElementType<? extends Step> require(
            ImmutableMap<String, ElementType<? extends Step>> kinds, Node.Entry entry) {
        ElementType<? extends Step> kind = kinds.get(entry.key().text());
        if (kind == null) {
            throw new AssertionError("no kind of step: " + entry.key());
        }
        return kind;
    }

    private static void reportNothingSaid(Node.Mapping mapping, Iterable<String> kinds, Problems problems) {
        for (Node.Entry entry : mapping.entries()) {
            String closest = Suggestion.closest(entry.key().text(), kinds);
            if (!closest.isEmpty()) {
                String message = "unknown key '" + entry.key().abridged() + "' in a step";
                problems.report(entry.key(), message, "did you mean '" + closest + "'?");
                return;
            }
        }
        problems.report(mapping, "this step does not say what it does", "one of: " + String.join(", ", kinds));
    }

    @Override
    public String label() {
        return "a step";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return definitions.reference("step", () -> {
            ImmutableList<Object> kinds = kinds().values().stream()
                    .map(kind -> kind.schema(definitions))
                    .collect(ImmutableList.toImmutableList());
            return Json.object("anyOf", kinds);
        });
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        kinds().values().forEach(visitor);
    }
}
