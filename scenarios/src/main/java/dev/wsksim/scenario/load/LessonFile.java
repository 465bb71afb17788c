package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.Lesson.Choice;
import dev.wsksim.scenario.load.Lesson.Decided;
import dev.wsksim.scenario.load.Lesson.Mutant;
import dev.wsksim.scenario.load.Lesson.Played;
import dev.wsksim.scenario.load.Lesson.Question;
import dev.wsksim.scenario.load.Lesson.Trial;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the file of a lesson, {@code lesson.yaml}, and describes its form. Reading is as strict as that of scenarios. */
public final class LessonFile {
    private static final int MOST_SEEDS = 100;

    private static final ScalarType<String> TEXT = ScalarTypes.TEXT;
    private static final Field<ImmutableList<String>> PAGES = Field.required(
            "pages",
            ListType.oneOrMore(TEXT),
            "The documentation pages that the lesson rests on.",
            "[nc-wsk-pfn_wsk_socket_connect]");
    private static final Field<Integer> VERSION = Field.required(
            "wsksim-lesson", ScalarTypes.integer("version 1 of lessons", 1, 1), "The version of the form.", "1");
    private static final Field<String> TITLE =
            Field.required("title", TEXT, "What the lesson is called.", "The first IRP");
    private static final Field<String> ABOUT =
            Field.required("text", TEXT, "What the lesson teaches, as Markdown.", "An IRP is a receipt.");
    private static final Field<String> FAILURE = Field.required(
            "failure", TEXT, "A text that the report of start.yaml has to contain.", "violation WSK-IRP-004");
    private static final Field<String> TASK =
            Field.required("task", TEXT, "What is to be done, as Markdown.", "Wait for the completion.");
    private static final Field<ImmutableList<String>> HINTS = Field.required(
            "hints", ListType.ofSome(TEXT), "Hints, from a push to nearly the answer.", "[Who frees the IRP?]");
    private static final Field<ImmutableList<String>> FREE = Field.optional(
            "free",
            ListType.oneOrMore(TEXT),
            "[steps, expect]",
            "The keys of the scenario that the learner may change, beside name, about, source and tags.",
            "[driver, steps, expect]");
    private static final Field<ImmutableList<String>> REQUIRES = Field.optional(
            "requires",
            ListType.oneOrMore(TEXT),
            "none",
            "Functions that the driver has to call, so that no task is solved by leaving it out.",
            "[WskSend, WskDisconnect]");
    private static final Field<String> AFTERWARDS = Field.optional(
            "afterwards", TEXT, "nothing", "What is said once the lesson is solved, as Markdown.", "In C it is ...");

    private static final Field<String> ASK =
            Field.required("ask", TEXT, "The question.", "When does the IRP complete?");
    private static final Field<ImmutableList<Choice>> CHOICES = Field.optional(
            "choices",
            new TableType<>(
                    ScalarTypes.name("a letter"),
                    TEXT,
                    (letter, text, key) -> Optional.of(new Choice(letter.name(), text))),
            "none: a value is asked for",
            "Answers to choose from, by letters.",
            "{ a: at once, b: after 10 ms }");
    private static final Field<ImmutableList<String>> ANSWER = Field.required(
            "answer",
            ListType.oneOrMore(TEXT),
            "The letter of the right choice, or the spellings of a value.",
            "[10ms, 0.01s]");
    private static final Field<String> BECAUSE =
            Field.required("because", TEXT, "Why it is so, as Markdown.", "A handshake takes a round trip.");
    private static final Field<Played> PLAYED = Field.optional(
            "play", ScalarTypes.word("start or solution", Played.values()), "start", "Whose run shows it.", "start");
    private static final Field<String> SHOWS =
            Field.required("shows", TEXT, "A text of the lines of its trace that show the answer.", "IRP 1 completed");
    private static final ElementType<Question> QUESTION = ElementType.checked(
            "question",
            "What is asked before the driver is mended.",
            ImmutableList.of(ASK, CHOICES, ANSWER, BECAUSE, PLAYED, SHOWS),
            LessonFile::question);

    private static final Field<String> NAME =
            Field.required("name", TEXT, "What is different, in a few words.", "the server answers late");
    private static final Field<String> WHY = Field.required(
            "why", TEXT, "What is to be said to who does not pass it.", "Nothing waits for the completion.");
    private static final Field<Node.Mapping> WORLD = Field.optional(
            "world",
            TreeType.MAPPING,
            "that of the lesson",
            "Keys of the scenario that are replaced; a key without a value is taken out.",
            "{ decisions: [{ at: WskSend.completion, choose: inline }] }");
    private static final Field<Node.Mapping> EXPECT = Field.optional(
            "expect",
            TreeType.MAPPING,
            "no broken rule and nothing left over",
            "What must have been seen at the end, as in a scenario.",
            "{ connections: { server:445: { received: 5 } } }");
    private static final Field<Long> RECEIVED = Field.optional(
            "received",
            ScalarTypes.longInteger("a number of bytes", 0),
            "not looked at",
            "How many bytes the driver's calls of WskReceive must have received, in whatever pieces.",
            "12");
    private static final Field<Node.Sequence> PREPEND =
            Field.optional("prepend", TreeType.STEPS, "none", "Steps that are put before all others.", "[wait: 1ms]");
    private static final Field<Node.Sequence> APPEND =
            Field.optional("append", TreeType.STEPS, "none", "Steps that are put behind all others.", "[wait: 1s]");
    private static final Field<String> REMOVE = Field.optional(
            "remove", TEXT, "nothing", "A function or a kind of step that is taken out wherever it is.", "WskRelease");
    private static final Field<String> CHANGE = Field.optional(
            "change", TEXT, "nothing", "A function, a kind of step or a callback that gets other values.", "WskSend");
    private static final Field<Integer> NTH = Field.optional(
            "nth",
            ScalarTypes.integer("a number, counted from 1", 1, 1000),
            "all of them",
            "Which one is removed or changed, counted from 1.",
            "2");
    private static final Field<Node.Mapping> SET = Field.optional(
            "set",
            TreeType.MAPPING,
            "nothing",
            "The keys that it gets; mappings are merged.",
            "{ irp: { free: never } }");
    private static final ElementType<StepEdit> EDIT = ElementType.checked(
            "step edit",
            "A change of steps; exactly one of prepend, append, remove and change is given.",
            ImmutableList.of(PREPEND, APPEND, REMOVE, CHANGE, NTH, SET),
            LessonFile::edit);
    private static final Field<ImmutableList<StepEdit>> STEPS =
            Field.optional("steps", ListType.ofSome(EDIT), "unchanged", "Changes of the steps.", "[{ remove: wait }]");
    private static final Field<ImmutableList<Decided>> DECISIONS = Field.optional(
            "decisions",
            ListType.oneOrMore(ScalarTypes.word("a way to decide", Decided.values())),
            "typical",
            "How open decisions are made, each in runs of its own.",
            "[typical, inline, pended, dispatch, seeded]");
    private static final Field<Integer> SEEDS = Field.optional(
            "seeds",
            ScalarTypes.integer("a number of seeds", 1, MOST_SEEDS),
            "10",
            "How many seeds are tried where decisions are seeded.",
            "20");
    private static final Field<ImmutableList<Trial>> TRIALS = Field.required(
            "trials",
            ListType.ofSome(ElementType.of(
                    "trial",
                    "A world that the driver has to stand; what its own steps expect is not looked at.",
                    ImmutableList.of(NAME, WHY, WORLD, STEPS, EXPECT, RECEIVED, DECISIONS, SEEDS),
                    LessonFile::trial)),
            "The worlds that the driver has to stand.",
            "[{ name: a slow server, why: it does not wait, world: { seed: 2 } }]");
    private static final Field<ImmutableList<Mutant>> MUTANTS = Field.optional(
            "mutants",
            ListType.ofSome(ElementType.of(
                    "mutant",
                    "A change that the driver's own expectations have to notice.",
                    ImmutableList.of(NAME, WHY, WORLD, STEPS),
                    LessonFile::mutant)),
            "none",
            "The changes that the driver's own expectations have to notice.",
            "[{ name: half the data, why: the length is not checked, steps: [{ change: WskSend, set: { on: s } }] }]");
    private static final Field<ImmutableList<String>> RIGHT = Field.optional(
            "right",
            ListType.oneOrMore(TEXT),
            "none",
            "Other solutions that pass, by their files in the folder 'right'.",
            "[in-two-parts]");
    private static final Field<ImmutableList<ImmutableMap<String, String>>> WRONG = Field.required(
            "wrong",
            new TableType<>(
                    ScalarTypes.name("the name of a file in wrong/"),
                    TEXT,
                    (file, text, key) -> Optional.of(ImmutableMap.of(file.name(), text))),
            "Solutions that look right, by their files in the folder 'wrong', and what the grade has to say of each.",
            "{ waits-a-second: the server answers late }");
    private static final Field<Question> ASKED =
            Field.required("question", QUESTION, "What is asked before the driver is mended.", "{ ask: When? }");

    private static final ElementType<Lesson> LESSON = ElementType.of(
            "lesson",
            "A lesson: a driver that fails, a question, a task, and how an answer is judged.",
            ImmutableList.of(
                    VERSION,
                    TITLE,
                    PAGES,
                    ABOUT,
                    FAILURE,
                    ASKED,
                    TASK,
                    HINTS,
                    FREE,
                    REQUIRES,
                    TRIALS,
                    MUTANTS,
                    RIGHT,
                    WRONG,
                    AFTERWARDS),
            LessonFile::lesson);

    private LessonFile() {}

    /**
     * What a file gave.
     *
     * @param lesson the lesson; an empty one when there is a problem
     * @param problems what is wrong with the file
     */
    public record Loaded(Lesson lesson, ImmutableList<ScenarioProblem> problems) {}

    /** Reads a text that is in memory; the name stands for a file's name in problems and places. */
    public static Loaded read(String name, String text) {
        Problems problems = SourceReader.ofText(name, text);
        Optional<Lesson> lesson = Optional.empty();
        if (problems.count() == 0) {
            try {
                lesson = YamlTree.parse(problems, "lesson", "it begins with 'wsksim-lesson: 1'")
                        .flatMap(root -> LESSON.read(root, problems));
            } catch (TooManyProblemsException e) {
                lesson = Optional.empty();
            }
        }
        return new Loaded(problems.count() == 0 ? lesson.orElse(Lesson.NONE) : Lesson.NONE, problems.all());
    }

    /** Returns the form described for editors, as JSON Schema. */
    public static String schemaText() {
        Definitions definitions = new Definitions();
        ImmutableMap<String, Object> root = LESSON.schema(definitions);
        return Json.write(ImmutableMap.<String, Object>builder()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "wsksim lesson, version 1")
                .putAll(root)
                .put("$defs", definitions.all())
                .buildOrThrow());
    }

    private static Lesson lesson(Bound bound) {
        ImmutableMap.Builder<String, String> wrong = ImmutableMap.builder();
        bound.get(WRONG).forEach(wrong::putAll);
        return new Lesson(
                bound.get(TITLE),
                bound.get(PAGES),
                bound.get(ABOUT),
                bound.get(FAILURE),
                bound.get(ASKED),
                bound.get(TASK),
                bound.get(HINTS),
                bound.get(FREE, ImmutableList.of("steps", "expect")),
                bound.get(REQUIRES, ImmutableList.of()),
                bound.get(TRIALS),
                bound.get(MUTANTS, ImmutableList.of()),
                bound.get(RIGHT, ImmutableList.of()),
                wrong.buildKeepingLast(),
                bound.get(AFTERWARDS, ""));
    }

    private static Optional<Question> question(Bound bound) {
        ImmutableList<Choice> choices = bound.get(CHOICES, ImmutableList.of());
        ImmutableList<String> answers = bound.get(ANSWER);
        boolean known = choices.isEmpty()
                || answers.stream()
                        .allMatch(answer -> choices.stream()
                                .anyMatch(choice -> choice.letter().equals(answer)));
        if (!known) {
            bound.report(ANSWER, "the answer is none of the choices", "write the letter of a choice");
            return Optional.empty();
        }
        return Optional.of(new Question(
                bound.get(ASK),
                choices,
                answers,
                bound.get(BECAUSE),
                bound.get(PLAYED, Played.START),
                bound.get(SHOWS)));
    }

    private static Optional<StepEdit> edit(Bound bound) {
        bound.atMostOneOf(PREPEND, APPEND, REMOVE, CHANGE);
        int nth = bound.get(NTH, 0);
        if (bound.isWritten(CHANGE) != bound.isWritten(SET)) {
            bound.report("'change' and 'set' belong together", "for example: { change: WskSend, set: { on: s } }");
            return Optional.empty();
        }
        if (bound.isWritten(NTH) && !bound.isWritten(CHANGE) && !bound.isWritten(REMOVE)) {
            bound.report(NTH, "'nth' is for 'remove' and 'change'", "take it out");
            return Optional.empty();
        }
        Optional<StepEdit> edit = bound.find(PREPEND)
                .map(steps -> new StepEdit(StepEdit.Kind.PREPEND, "", 0, steps))
                .or(() -> bound.find(APPEND).map(steps -> new StepEdit(StepEdit.Kind.APPEND, "", 0, steps)))
                .or(() -> bound.find(REMOVE)
                        .flatMap(name ->
                                bound.node(REMOVE).map(node -> new StepEdit(StepEdit.Kind.REMOVE, name, nth, node))))
                .or(() -> bound.find(CHANGE)
                        .flatMap(name ->
                                bound.find(SET).map(keys -> new StepEdit(StepEdit.Kind.CHANGE, name, nth, keys))));
        if (edit.isEmpty()) {
            bound.report("a step edit without a change", "write prepend, append, remove or change");
        }
        return edit;
    }

    private static Trial trial(Bound bound) {
        ImmutableList.Builder<Node.Entry> world = ImmutableList.builder();
        bound.find(WORLD).ifPresent(keys -> world.addAll(keys.entries()));
        bound.find(EXPECT)
                .ifPresent(expect -> world.add(new Node.Entry(
                        new Node.Scalar(bound.position(EXPECT), EXPECT.name().length(), EXPECT.name(), false),
                        expect)));
        return new Trial(
                bound.get(NAME),
                bound.get(WHY),
                ScenarioPatch.of(world.build(), bound.get(STEPS, ImmutableList.of()))
                        .withoutExpectations(),
                bound.find(RECEIVED).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                bound.get(DECISIONS, ImmutableList.of(Decided.TYPICAL)),
                bound.get(SEEDS, 10));
    }

    private static Mutant mutant(Bound bound) {
        ImmutableList<Node.Entry> world =
                bound.find(WORLD).map(Node.Mapping::entries).orElse(ImmutableList.of());
        return new Mutant(
                bound.get(NAME), bound.get(WHY), ScenarioPatch.of(world, bound.get(STEPS, ImmutableList.of())));
    }
}
