package dev.wsksim.cli;

import com.google.common.base.Strings;
import dev.wsksim.scenario.course.Answers;
import dev.wsksim.scenario.course.Course;
import dev.wsksim.scenario.course.Course.LessonFiles;
import dev.wsksim.scenario.course.CourseProblemException;
import dev.wsksim.scenario.course.Demonstration;
import dev.wsksim.scenario.course.LessonPage;
import dev.wsksim.scenario.course.Paragraphs;
import dev.wsksim.scenario.load.CourseProgress;
import dev.wsksim.scenario.load.CourseProgress.State;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.load.Lesson.Played;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import dev.wsksim.scenario.report.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Leads a learner through a course: lists the lessons, begins one, takes predictions, gives hints and solutions. */
final class LearnDesk {
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final Course course;
    private final LearnFiles files;
    private final Emphasis emphasis;

    LearnDesk(Surroundings surroundings, Course course, LearnFiles files, Emphasis emphasis) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.course = course;
        this.files = files;
        this.emphasis = emphasis;
    }

    /** Lists the lessons, how far the learner has come in each, and what comes next. */
    int list() throws CourseProblemException, BadInputException {
        CourseProgress progress = files.read();
        int width = course.names().stream().mapToInt(String::length).max().orElse(0);
        out.println(emphasis.mark(Part.HEADING, course.title()));
        out.println();
        for (String name : course.names()) {
            Optional<State> state = progress.of(name);
            String title = course.lesson(name).lesson().title();
            out.println(Strings.padStart(Integer.toString(course.number(name)), 4, ' ') + "  "
                    + (state.filter(State::solved).isPresent() ? emphasis.mark(Part.PASSED, "solved") : "      ") + "  "
                    + Strings.padEnd(name, width, ' ') + "  " + title
                    + state.map(LearnDesk::remarks).orElse(""));
        }
        out.println();
        long solved = course.names().stream()
                .filter(name -> progress.of(name).filter(State::solved).isPresent())
                .count();
        Optional<String> next = next(course, progress);
        out.println(solved + " of " + course.names().size() + " solved"
                + next.map(name -> "; next: " + learn("") + course.number(name)).orElse("; that is all: well done"));
        return ExitCode.OK;
    }

    private static String remarks(State state) {
        String predicted = state.predicted().isEmpty() ? "" : state.right() ? ", predicted right" : ", predicted wrong";
        String hints = state.hints() == 0 ? "" : ", " + state.hints() + (state.hints() == 1 ? " hint" : " hints");
        String seen = state.solutionSeen() ? ", solution seen" : "";
        String all = (state.solved() ? "" : ", begun") + predicted + hints + seen;
        return all.isEmpty() ? "" : "  (" + all.substring(2) + ")";
    }

    /** Returns the first lesson that is not solved. */
    static Optional<String> next(Course course, CourseProgress progress) {
        return course.names().stream()
                .filter(name -> progress.of(name).filter(State::solved).isEmpty())
                .findFirst();
    }

    /** Puts a lesson into a folder, and shows its failure and its question. */
    int begin(String word) throws CourseProblemException, BadInputException {
        LessonFiles lesson = course.lesson(lesson(course, word));
        Demonstration demonstration = demonstration(lesson);
        String number = Integer.toString(course.number(lesson.name()));
        String folder = course.folder(lesson.name());
        Path driver = files.in(folder, Demonstration.DRIVER);
        boolean written = LearnFiles.writeNew(driver, lesson.start());
        LearnFiles.writeNew(files.in(folder, "README.md"), LessonPage.of(course, lesson, demonstration));
        CourseProgress progress = files.read();
        files.write(progress.with(lesson.name(), progress.of(lesson.name()).orElse(State.BEGUN)));
        heading("Lesson " + number + ": " + lesson.lesson().title());
        out.print(Paragraphs.of(lesson.lesson().text()));
        out.println();
        out.println(
                written
                        ? "wrote " + driver + "; run as it is, it comes to this:"
                        : driver + " was there and is kept; the lesson's own comes to this:");
        out.println();
        out.print(demonstration.failure(driver.toString(), emphasis));
        heading("Predict");
        out.print(Paragraphs.of(LessonPage.question(lesson.lesson().question())));
        out.println();
        out.println("  " + learn("predict ") + number + " ANSWER");
        out.println();
        heading("Mend it");
        out.print(Paragraphs.of(lesson.lesson().task()));
        out.println();
        out.println("  edit " + driver + ", try it with: " + surroundings.program() + " run " + driver);
        out.println("  " + learn("check ") + number + "      grades it");
        out.println("  " + learn("hint ") + number + "       helps");
        return ExitCode.OK;
    }

    private void heading(String text) {
        out.println(emphasis.mark(Part.HEADING, text));
        out.println();
    }

    /** Takes an answer to the question of a lesson, from the words or from the prompt, and says whether it is right. */
    int predict(List<String> words) throws CourseProblemException, BadInputException {
        Optional<String> named = words.isEmpty() ? Optional.empty() : course.find(words.get(0));
        CourseProgress progress = files.read();
        requireClear(words, progress);
        LessonFiles lesson = course.lesson(named.isPresent() ? named.get() : current(progress));
        List<String> answers = named.isPresent() ? words.subList(1, words.size()) : words;
        String answer = String.join(" ", answers).strip();
        if (answer.isEmpty()) {
            out.print(Paragraphs.of(LessonPage.question(lesson.lesson().question())));
            answer = ask();
        }
        if (answer.isEmpty()) {
            throw new BadInputException(
                    "no answer was given\n  hint: " + learn("predict ") + course.number(lesson.name()) + " ANSWER");
        }
        requireForm(lesson, answer);
        boolean right = demonstration(lesson).answers().isRight(answer);
        State state = progress.of(lesson.name()).orElse(State.BEGUN);
        if (state.predicted().isEmpty()) {
            LearnFiles.write(files.in(course.folder(lesson.name()), LearnFiles.PREDICTION), answer + "\n");
        }
        files.write(progress.with(lesson.name(), state.withPrediction(answer, right)));
        out.println(
                right
                        ? emphasis.mark(Part.PASSED, "right")
                        : emphasis.mark(Part.FAILED, "not so") + ": "
                                + String.join(" or ", lesson.lesson().question().answers()));
        out.println();
        out.print(Paragraphs.of(lesson.lesson().question().because()));
        out.println();
        out.println(
                lesson.lesson().question().played() == Played.START
                        ? "The trace of the driver as it was given shows it:"
                        : "The trace of a driver that is right shows it:");
        out.print(demonstration(lesson).answer());
        if (!state.predicted().isEmpty()) {
            out.println(
                    "\nYour first answer, which is the one that is kept, was: " + VisibleText.line(state.predicted()));
        }
        return ExitCode.OK;
    }

    private static void requireForm(LessonFiles lesson, String answer) throws BadInputException {
        Optional<String> mistake = new Answers(lesson.lesson().question()).mistake(answer);
        if (mistake.isPresent()) {
            throw new BadInputException(VisibleText.line(answer) + ": " + mistake.get());
        }
    }

    /** A number alone may name a lesson, or answer the question of the one that is being learnt. */
    private void requireClear(List<String> words, CourseProgress progress)
            throws CourseProblemException, BadInputException {
        Optional<String> current = lastBegun(progress);
        boolean number = words.size() == 1 && words.get(0).chars().allMatch(c -> c >= '0' && c <= '9');
        if (number
                && current.isPresent()
                && new Answers(course.lesson(current.get()).lesson().question()).mayBeANumber()) {
            String word = words.get(0);
            throw new BadInputException(word + ": is this a lesson, or the answer?\n  hint: '" + learn("predict ")
                    + course.number(current.get()) + " " + word + "' answers the question of lesson "
                    + course.number(current.get()) + "; name a lesson by its word, such as "
                    + course.names().get(0));
        }
    }

    private String learn(String what) {
        return surroundings.program() + " learn " + what;
    }

    private String ask() {
        out.print("your answer: ");
        out.flush();
        try {
            return Objects.requireNonNullElse(surroundings.in().readLine(), "").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows one more hint than before. */
    int hint(String word) throws CourseProblemException, BadInputException {
        CourseProgress progress = files.read();
        LessonFiles lesson = course.lesson(word.isEmpty() ? current(progress) : lesson(course, word));
        State state = progress.of(lesson.name()).orElse(State.BEGUN);
        int all = lesson.lesson().hints().size();
        int shown = Math.min(all, state.hints() + 1);
        files.write(progress.with(lesson.name(), state.withHints(shown)));
        for (int i = 0; i < shown; i++) {
            out.print(Paragraphs.of("hint " + (i + 1) + " of " + all + ": "
                    + lesson.lesson().hints().get(i)));
        }
        if (state.hints() >= all) {
            out.println(
                    "there are no more; '" + learn("solution ") + course.number(lesson.name()) + "' shows a solution");
        }
        return ExitCode.OK;
    }

    /** Shows a solution to who has tried. */
    int solution(String word, boolean force) throws CourseProblemException, BadInputException {
        CourseProgress progress = files.read();
        LessonFiles lesson = course.lesson(word.isEmpty() ? current(progress) : lesson(course, word));
        State state = progress.of(lesson.name()).orElse(State.BEGUN);
        if (state.checks() == 0 && !force) {
            throw new BadInputException("you have not tried yet\n  hint: '" + learn("check ")
                    + course.number(lesson.name()) + "' grades your driver; --force shows the solution all the same");
        }
        files.write(progress.with(lesson.name(), state.withSolutionSeen()));
        out.print(lesson.solution());
        return ExitCode.OK;
    }

    private Demonstration demonstration(LessonFiles lesson) {
        return new Demonstration(lesson, surroundings.player()::play);
    }

    /** Returns the lesson that was begun last and is not solved. */
    private String current(CourseProgress progress) throws BadInputException {
        Optional<String> current = lastBegun(progress);
        if (current.isEmpty()) {
            throw new BadInputException("which lesson? none is begun and unsolved\n  hint: '" + surroundings.program()
                    + " learn' lists them");
        }
        return current.get();
    }

    private Optional<String> lastBegun(CourseProgress progress) {
        Optional<String> last = Optional.empty();
        for (Map.Entry<String, State> entry : progress.lessons().entrySet()) {
            if (!entry.getValue().solved() && course.names().contains(entry.getKey())) {
                last = Optional.of(entry.getKey());
            }
        }
        return last;
    }

    /** Returns the name of the lesson that a word stands for. */
    static String lesson(Course course, String word) throws BadInputException {
        Optional<String> found = course.find(word);
        if (found.isPresent()) {
            return found.get();
        }
        String hint = KnownNames.closest(word, course.names())
                .map(known -> "did you mean '" + known + "'?")
                .orElse("'wsksim learn' lists them");
        throw new BadInputException(VisibleText.line(word) + ": there is no such lesson, and nothing of the kind to do"
                + "\n  hint: " + hint);
    }
}
