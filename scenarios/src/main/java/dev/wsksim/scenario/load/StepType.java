package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.KernelAct;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.scenario.model.ThreadsStep;
import dev.wsksim.scenario.model.WaitStep;
import java.util.Optional;
import java.util.function.Consumer;

/** One step of any kind; the key that says what it does tells the kind. */
final class StepType implements ValueType<Step> {
    private static final String GROUP_KEY = "steps";
    private static final String THREADS_KEY = "threads";

    private final ImmutableMap<String, ElementType<? extends Step>> simpleKinds;

    StepType(ImmutableMap<String, ElementType<? extends Step>> simpleKinds) {
        this.simpleKinds = simpleKinds;
    }

    private ImmutableMap<String, ElementType<? extends Step>> kinds() {
        return ImmutableMap.<String, ElementType<? extends Step>>builder()
                .putAll(simpleKinds)
                .put(GROUP_KEY, group())
                .put(THREADS_KEY, threads())
                .put(Repetition.KEY, repetition())
                .put(Inclusion.KEY, inclusion())
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
            if (step instanceof GroupStep
                    || step instanceof ThreadsStep
                    || step instanceof AwaitStep
                    || step instanceof WaitStep
                    || (step instanceof KernelStep kernel && kernel.act() instanceof KernelAct.WaitForEvent)) {
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

    /** For people and editors; {@link Repetition} has written all of them out before a step is read. */
    private ElementType<GroupStep> repetition() {
        Field<Integer> times = Field.required(
                Repetition.KEY,
                ScalarTypes.integer("a number of times", 1, Repetition.MAX_TIMES),
                "How often the steps are done, one time after the other.",
                "3");
        Field<String> index = Field.optional(
                Repetition.AS,
                ScalarTypes.TEXT,
                "none",
                "The name that stands for the number of the repetition, counted from 1, as ${name}.",
                "n");
        Field<ImmutableList<Step>> steps = Field.required(
                Repetition.STEPS,
                ListType.ofSome(this),
                "The steps.",
                "[{ call: WskSend, id: \"send-${n}\", on: s, with: { Buffer: hello } }]");
        return ElementType.of(
                "repetition", "Steps that are done several times.", ImmutableList.of(times, index, steps), bound -> {
                    throw new AssertionError("a repetition at " + bound.position() + " was not written out");
                });
    }

    /** For people and editors; {@link Inclusion} has put the steps of the part in its place before a step is read. */
    private static ElementType<GroupStep> inclusion() {
        Field<Node> part = Field.required(
                Inclusion.KEY,
                new IncludeType(),
                "The part whose steps stand here, seen from the folder of this file.",
                "shared/open.part.yaml");
        Field<Node> values = Field.optional(
                InclusionValues.KEY,
                new ParametersType("a mapping from variables of the part to values"),
                "none",
                "What stands for ${name} in the steps of the part, so that they can be included several times.",
                "{ name: a }");
        return ElementType.checked(
                "inclusion", "The steps of a part, or of several.", ImmutableList.of(part, values), bound -> {
                    bound.report("nothing can be included here", "only a file of its own includes others");
                    return Optional.empty();
                });
    }

    private ElementType<ThreadsStep> threads() {
        Field<ImmutableList<ThreadsStep.Lane>> lanes = Field.required(
                THREADS_KEY,
                new TableType<>(
                        ScalarTypes.name("the name of a thread"),
                        ListType.ofSome(this),
                        (thread, steps, key) -> Optional.of(new ThreadsStep.Lane(thread, steps))),
                "What threads of the driver do side by side, each its own steps one after the other; the next step comes"
                        + " when all have done theirs.",
                "{ reader: [{ call: WskReceive, on: s }], writer: [{ call: WskSend, on: s }] }");
        return ElementType.of(
                "threads step",
                "Threads of the driver work side by side.",
                StepFields.of(lanes),
                bound -> threads(bound, lanes));
    }

    private static ThreadsStep threads(Bound bound, Field<ImmutableList<ThreadsStep.Lane>> lanes) {
        ImmutableList<ThreadsStep.Lane> made = bound.get(lanes).stream()
                .map(lane -> new ThreadsStep.Lane(lane.thread(), onThread(lane.thread(), lane.steps(), bound)))
                .collect(ImmutableList.toImmutableList());
        return new ThreadsStep(StepFields.id(bound), StepFields.timing(bound), made, bound.position());
    }

    private static ImmutableList<Step> onThread(Reference thread, ImmutableList<Step> steps, Bound bound) {
        return steps.stream().map(step -> onThread(thread, step, bound)).collect(ImmutableList.toImmutableList());
    }

    private static Step onThread(Reference thread, Step step, Bound bound) {
        if (step instanceof ThreadsStep) {
            bound.problems()
                    .report(step.position(), 1, "a thread begins no other threads", "write them beside this one");
        } else if (step instanceof GroupStep group) {
            return new GroupStep(group.id(), group.timing(), onThread(thread, group.steps(), bound), group.position());
        } else if (step instanceof DriverCall call) {
            call.thread()
                    .ifPresent(other -> bound.problems()
                            .report(
                                    other.position(),
                                    other.name().length(),
                                    "this step belongs to thread '" + thread + "'",
                                    "remove 'thread'"));
            return call.onThread(thread);
        }
        return step;
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
