package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.course.Course;
import dev.wsksim.scenario.course.Course.LessonFiles;
import dev.wsksim.scenario.course.CourseProblemException;
import dev.wsksim.scenario.course.Demonstration;
import dev.wsksim.scenario.course.Grade;
import dev.wsksim.scenario.course.GradeDocuments;
import dev.wsksim.scenario.course.GradeText;
import dev.wsksim.scenario.course.Grader;
import dev.wsksim.scenario.course.HandIn;
import dev.wsksim.scenario.course.Paragraphs;
import dev.wsksim.scenario.load.CourseProgress;
import dev.wsksim.scenario.load.CourseProgress.State;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Grades drivers: the learner's own, or all that lie in the folders of a teacher. */
final class LearnGrades {
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final Course course;
    private final LearnFiles files;
    private final Emphasis emphasis;
    private final List<HandIn> handIns = new ArrayList<>();

    LearnGrades(Surroundings surroundings, Course course, LearnFiles files, Emphasis emphasis) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.course = course;
        this.files = files;
        this.emphasis = emphasis;
    }

    /** Grades what the words stand for: lessons in the working folder, or folders with drivers in them. */
    int check(List<String> words, @Nullable String json, @Nullable String junitXml)
            throws CourseProblemException, BadInputException {
        CourseProgress progress = files.read();
        List<String> lessons = new ArrayList<>();
        List<Path> drivers = new ArrayList<>();
        for (String word : words) {
            Optional<String> lesson = course.find(word);
            if (lesson.isPresent()) {
                lessons.add(lesson.get());
            } else {
                drivers.addAll(driversIn(word));
            }
        }
        if (words.isEmpty()) {
            lessons.addAll(begun(progress));
        }
        for (String lesson : lessons) {
            progress = own(lesson, progress);
        }
        for (Path driver : drivers) {
            handIn(driver);
        }
        if (!drivers.isEmpty()) {
            tally();
        }
        write(json, GradeDocuments.json(handIns));
        write(junitXml, GradeDocuments.junitXml(handIns));
        return handIns.stream().allMatch(handIn -> handIn.grade().passed()) ? ExitCode.OK : ExitCode.FAILED;
    }

    private ImmutableList<String> begun(CourseProgress progress) throws BadInputException {
        ImmutableList<String> begun = course.names().stream()
                .filter(name ->
                        progress.of(name).filter(state -> !state.solved()).isPresent())
                .collect(ImmutableList.toImmutableList());
        if (begun.isEmpty()) {
            throw new BadInputException("which lesson? none is begun and unsolved\n  hint: '" + surroundings.program()
                    + " learn' lists them");
        }
        return begun;
    }

    private CourseProgress own(String name, CourseProgress before) throws CourseProblemException, BadInputException {
        Path driver = files.in(course.folder(name), Demonstration.DRIVER);
        Optional<String> text = LearnFiles.textOf(driver);
        if (text.isEmpty()) {
            throw new BadInputException(driver + ": there is no such file\n  hint: '" + surroundings.program()
                    + " learn " + course.number(name)
                    + "' puts the lesson there");
        }
        LessonFiles lesson = course.lesson(name);
        HandIn handIn = graded(driver, text.get(), lesson);
        handIns.add(handIn);
        Grade grade = handIn.grade();
        State state = before.of(name).orElse(State.BEGUN);
        if (!handIn.prediction().isEmpty()) {
            state = state.withPrediction(handIn.prediction(), handIn.predictedRight());
        }
        CourseProgress progress = before.with(name, state.withCheck(grade.passed()));
        files.write(progress);
        out.println(emphasis.mark(
                Part.HEADING,
                "Lesson " + course.number(name) + ": " + lesson.lesson().title()));
        out.println();
        out.print(GradeText.of(grade, emphasis));
        out.println();
        if (grade.passed()) {
            solved(lesson, state, progress);
        } else {
            out.println(count(grade) + "; not solved yet. '" + surroundings.program() + " learn hint "
                    + course.number(name) + "' helps.");
        }
        return progress;
    }

    private void solved(LessonFiles lesson, State state, CourseProgress progress) {
        out.println(emphasis.mark(Part.PASSED, "solved"));
        String afterwards = lesson.lesson().afterwards();
        out.print(afterwards.isEmpty() ? "" : "\n" + Paragraphs.of(afterwards));
        if (state.predicted().isEmpty()) {
            out.println("\nYou have not predicted yet: " + surroundings.program() + " learn predict "
                    + course.number(lesson.name()));
        }
        LearnDesk.next(course, progress)
                .ifPresent(next -> out.println("\nnext: " + surroundings.program() + " learn " + course.number(next)));
    }

    private static String count(Grade grade) {
        return grade.points() + " of " + grade.of() + " passed";
    }

    private HandIn graded(Path driver, String text, LessonFiles lesson) {
        String answer = predictionBeside(driver);
        Grade grade = new Grader(lesson, surroundings.player()::play).grade(driver.toString(), text);
        boolean right =
                new Demonstration(lesson, surroundings.player()::play).answers().isRight(answer);
        return new HandIn(driver.toString(), answer, !answer.isEmpty() && right, grade);
    }

    /** A prediction that cannot be read is none, and the driver is graded all the same. */
    private String predictionBeside(Path driver) {
        try {
            return LearnFiles.textOf(driver.resolveSibling(LearnFiles.PREDICTION))
                    .orElse("")
                    .strip();
        } catch (BadInputException e) {
            surroundings.err().println(e.getMessage() + "; it counts as none");
            return "";
        }
    }

    private void handIn(Path driver) throws CourseProblemException, BadInputException {
        String name = lessonOf(driver).orElseThrow();
        LessonFiles lesson = course.lesson(name);
        HandIn handIn;
        try {
            handIn = graded(driver, LearnFiles.textOf(driver).orElse(""), lesson);
        } catch (BadInputException e) {
            handIn = unreadable(
                    driver,
                    name,
                    2
                            + lesson.lesson().trials().size()
                            + lesson.lesson().mutants().size(),
                    String.valueOf(e.getMessage()));
        }
        handIns.add(handIn);
        boolean passed = handIn.grade().passed();
        out.println((passed ? emphasis.mark(Part.PASSED, "passed") : emphasis.mark(Part.FAILED, "failed")) + "  "
                + driver + "  (" + count(handIn.grade()) + prediction(handIn) + ")");
        handIn.grade()
                .faults()
                .forEach(fault -> out.println("          " + fault.kind().label() + ": " + fault.name() + ": "
                        + fault.why().strip().replaceAll("\\s+", " ")));
    }

    /** One file that cannot be read does not keep the others from being graded. */
    private static HandIn unreadable(Path driver, String lesson, int of, String reason) {
        Grade.Item item = new Grade.Item(Grade.Kind.EXERCISE, "the file can be read", false, reason, "");
        return new HandIn(
                driver.toString(), "", false, new Grade(lesson, driver.toString(), ImmutableList.of(item), of));
    }

    private static String prediction(HandIn handIn) {
        if (handIn.prediction().isEmpty()) {
            return ", not predicted";
        }
        return handIn.predictedRight() ? ", predicted right" : ", predicted wrong";
    }

    private void tally() {
        long passed = handIns.stream().filter(handIn -> handIn.grade().passed()).count();
        out.println();
        out.println(passed + " of " + handIns.size() + " drivers passed");
    }

    /** Returns the drivers below a folder that lie in the folder of a lesson, in the order of their names. */
    private ImmutableList<Path> driversIn(String word) throws BadInputException {
        try {
            Path folder = surroundings.files().getPath(word);
            if (Files.isRegularFile(folder)) {
                throw new BadInputException(
                        word + ": this is a file; drivers are graded by lesson or by folder\n  hint: '"
                                + surroundings.program() + " learn check LESSON' grades your own driver of a lesson");
            }
            if (word.isEmpty() || !Files.isDirectory(folder)) {
                LearnDesk.lesson(course, word);
            }
            try (Stream<Path> found = Files.walk(folder)) {
                ImmutableList<Path> all = found.filter(
                                file -> String.valueOf(file.getFileName()).equals(Demonstration.DRIVER))
                        .sorted()
                        .collect(ImmutableList.toImmutableList());
                all.stream().filter(file -> lessonOf(file).isEmpty()).forEach(this::tellOfNoLesson);
                ImmutableList<Path> drivers = all.stream()
                        .filter(file -> lessonOf(file).isPresent())
                        .collect(ImmutableList.toImmutableList());
                if (drivers.isEmpty()) {
                    throw new BadInputException(word
                            + ": there is no driver of a lesson in this folder\n  hint: a driver is"
                            + " looked for as " + course.folder(course.names().get(0)) + "/" + Demonstration.DRIVER
                            + " anywhere below it");
                }
                return drivers;
            }
        } catch (InvalidPathException e) {
            throw new BadInputException(word + ": this is not a path: " + e.getReason());
        } catch (IOException e) {
            throw unreadable(word, e);
        } catch (UncheckedIOException e) {
            throw unreadable(word, Objects.requireNonNull(e.getCause()));
        }
    }

    private void tellOfNoLesson(Path driver) {
        surroundings
                .err()
                .println(driver + ": not graded, for its folder is not called like a lesson, such as "
                        + course.folder(course.names().get(0)));
    }

    private static BadInputException unreadable(String folder, IOException error) {
        return new BadInputException(folder + ": the folder cannot be read: " + FileTrouble.reason(error));
    }

    private Optional<String> lessonOf(Path driver) {
        Path folder = driver.toAbsolutePath().getParent();
        return folder == null ? Optional.empty() : course.find(String.valueOf(folder.getFileName()));
    }

    private void write(@Nullable String file, String text) throws BadInputException {
        if (file != null) {
            try {
                LearnFiles.overwrite(surroundings.files().getPath(file), text);
            } catch (InvalidPathException e) {
                throw new BadInputException(file + ": this is not a path: " + e.getReason());
            }
        }
    }
}
