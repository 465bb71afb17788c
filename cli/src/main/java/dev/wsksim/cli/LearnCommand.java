package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.course.Course;
import dev.wsksim.scenario.course.CourseProblemException;
import dev.wsksim.scenario.course.CourseTexts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wsksim learn}: a course that grades itself. */
@Command(
        name = "learn",
        description = {
            "Teaches by drivers that fail: shows a failure, asks for a prediction, lets you mend the driver, and grades"
                    + " it in worlds that you have not seen.",
            "",
            "Without words it lists the lessons and says what comes next. Everything works offline; how far you have"
                    + " come is kept in a file."
        },
        footer = {
            "%n@|bold What to do|@%n"
                    + "  learn                         lists the lessons%n"
                    + "  learn LESSON                  puts a lesson into a folder, shows its failure and its question%n"
                    + "  learn predict LESSON [ANSWER] answers the question; asks for the answer where there is none%n"
                    + "  learn check [LESSON...]       grades your driver%n"
                    + "  learn check FOLDER...         grades all drivers in these folders, for a teacher%n"
                    + "  learn hint LESSON             shows one more hint%n"
                    + "  learn solution LESSON         shows a solution, after you have tried%n"
                    + "  learn diagrams FOLDER         draws the diagrams of all lessons as SVG%n"
                    + "  learn test                    checks the lessons themselves, for their author%n",
            "%nA LESSON is a number or a name.%n",
            "%n@|bold Examples|@%n"
                    + "  wsksim learn 1%n"
                    + "  wsksim learn predict 1 10ms%n"
                    + "  wsksim learn check 1%n"
                    + "  wsksim learn check hand-ins --junit-xml grades.xml%n",
            "%n@|bold Exit codes|@%n  0    it is done; for check and test: all is well%n"
                    + "  1    for check: a driver does not pass; for test: a lesson is wrong%n"
                    + "  2    the input is wrong: no such lesson, no such file%n"
        })
final class LearnCommand extends HelpfulCommand {
    private static final String PROGRESS_FILE = "wsksim-progress.yaml";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "WORD", description = "What to do, and with which lesson; see below.")
    private List<String> words = List.of();

    @Option(
            names = "--course",
            paramLabel = "FOLDER",
            description = "Another course than the one that comes with wsksim.")
    private @Nullable String courseFolder;

    @Option(
            names = "--progress",
            paramLabel = "FILE",
            description = "Where it is kept how far you have come; " + PROGRESS_FILE
                    + " in the working folder unless told otherwise.")
    private @Nullable String progress;

    @Option(names = "--force", description = "For solution: show it although you have not tried yet.")
    private boolean force;

    @Option(names = "--json", paramLabel = "FILE", description = "For check: write the grades as JSON too.")
    private @Nullable String json;

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "For check: write the grades as JUnit XML too.")
    private @Nullable String junitXml;

    @Mixin
    private final ColorOption color = new ColorOption();

    LearnCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        String action = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        refuseMisplacedOptions(action);
        refuseProgress(action);
        try {
            Course course = course();
            LearnFiles files =
                    new LearnFiles(path(Objects.requireNonNullElse(progress, PROGRESS_FILE)), surroundings.files());
            LearnDesk desk = new LearnDesk(surroundings, course, files, color.emphasis(surroundings));
            return switch (action) {
                case "" -> desk.list();
                case "predict" -> desk.predict(rest);
                case "check" ->
                    new LearnGrades(surroundings, course, files, color.emphasis(surroundings))
                            .check(rest, json, junitXml);
                case "hint" -> desk.hint(only(action, rest));
                case "solution" -> desk.solution(only(action, rest), force);
                case "diagrams" -> new CourseTools(surroundings, course).diagrams(path(folder(rest)));
                case "test" -> new CourseTools(surroundings, course).test(ImmutableList.copyOf(rest));
                default -> desk.begin(only("", words));
            };
        } catch (CourseProblemException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private void refuseMisplacedOptions(String action) throws BadInputException {
        if (force && !action.equals("solution")) {
            throw new BadInputException("--force is for 'wsksim learn solution'");
        }
        if ((json != null || junitXml != null) && !action.equals("check")) {
            throw new BadInputException("--json and --junit-xml are for 'wsksim learn check'");
        }
    }

    private void refuseProgress(String action) throws BadInputException {
        if (progress != null && (action.equals("diagrams") || action.equals("test"))) {
            throw new BadInputException(
                    "--progress is for learners; 'wsksim learn " + action + "' does not look at how far one has come");
        }
    }

    private static String only(String action, List<String> words) throws BadInputException {
        if (words.size() > 1) {
            throw new BadInputException("'" + words.get(1) + "' is one word too many\n  hint: 'wsksim learn "
                    + (action.isEmpty() ? "" : action + " ")
                    + "LESSON' takes one lesson; 'wsksim learn --help' shows what is"
                    + " possible");
        }
        return words.isEmpty() ? "" : words.get(0);
    }

    private static String folder(List<String> rest) throws BadInputException {
        if (rest.size() != 1 || rest.get(0).isEmpty()) {
            throw new BadInputException("'wsksim learn diagrams' needs one folder to write to");
        }
        return rest.get(0);
    }

    private Course course() throws CourseProblemException, BadInputException {
        return courseFolder == null ? Course.shipped() : Course.of(CourseTexts.in(path(courseFolder)));
    }

    private Path path(String name) throws BadInputException {
        if (name.isEmpty()) {
            throw new BadInputException("'': this names no file");
        }
        try {
            return surroundings.files().getPath(name);
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        }
    }
}
