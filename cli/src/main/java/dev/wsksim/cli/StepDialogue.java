package dev.wsksim.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.export.netstat.NetstatText;
import dev.wsksim.scenario.load.Durations;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import dev.wsksim.scenario.report.TraceText;
import dev.wsksim.scenario.report.VisibleText;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers what is typed while somebody walks through a run. */
final class StepDialogue {
    private static final int AROUND = 5;
    private static final String HELP = """
              next [N], or an empty line   the next entry, or the Nth after this one
              back [N]                     the entry before, or the Nth before this one
              forward                      to the first entry of the next instant
              rewind                       to the first entry of the instant before
              to TIME                      to the first entry at or after an instant, such as 5ms
              go NUMBER                    to an entry by its number
              find TEXT                    to the next entry that says TEXT
              findback TEXT                to the last entry before this one that says TEXT
              cause                        to the entry that this one followed from
              why                          the chain of entries that this one followed from
              list                         the entries around this one
              objects                      the last thing known of each IRP and socket
              sockets                      netstat of all hosts at the end of this instant
              findings                     what is not as the scenario expects
              first, last                  to the first, or to the last entry
              help                         this list
              quit                         the end; so is the end of the input
            A command may be shortened as long as it is clear.
            """;
    private static final ImmutableList<String> COMMANDS = ImmutableList.of(
            "next",
            "back",
            "forward",
            "rewind",
            "to",
            "go",
            "find",
            "findback",
            "cause",
            "why",
            "list",
            "objects",
            "sockets",
            "findings",
            "first",
            "last",
            "help",
            "quit");

    private final ScenarioResult result;
    private final Emphasis emphasis;
    private final Replayer replayer;
    private final Stepper stepper;
    private boolean over;

    /** Plays the same run again, and looks at the network at some instants. */
    @FunctionalInterface
    interface Replayer {
        /** Plays it. */
        ScenarioResult play(ImmutableList<SimTime> instants) throws BadInputException;
    }

    StepDialogue(ScenarioResult result, Emphasis emphasis, Replayer replayer) {
        this.result = result;
        this.emphasis = emphasis;
        this.replayer = replayer;
        this.stepper = new Stepper(result.trace());
    }

    /** Returns what is said before the first command. */
    String begin() {
        return VisibleText.line(result.name()) + ": " + result.verdict().label() + ", " + stepper.size() + " entries, "
                + result.endedAt() + " of virtual time; 'help' lists the commands\n" + here();
    }

    /** Tells whether the user has had enough. */
    boolean isOver() {
        return over;
    }

    /** Returns the answer to a line. */
    String answer(String line) throws BadInputException {
        String stripped = line.strip();
        int blank = stripped.indexOf(' ');
        String word = blank < 0 ? stripped : stripped.substring(0, blank);
        String rest = blank < 0 ? "" : stripped.substring(blank + 1).strip();
        String wanted = word.toLowerCase(Locale.ROOT);
        List<String> fitting = wanted.isEmpty()
                ? List.of("next")
                : COMMANDS.contains(wanted)
                        ? List.of(wanted)
                        : COMMANDS.stream()
                                .filter(name -> name.startsWith(wanted))
                                .toList();
        if (fitting.size() == 1) {
            return carryOut(fitting.get(0), rest);
        }
        if (fitting.isEmpty()) {
            String hint = KnownNames.closest(wanted, COMMANDS)
                    .map(close -> "did you mean '" + close + "'?")
                    .orElse("'help' lists the commands");
            return "there is no command '" + VisibleText.line(word) + "': " + hint + "\n";
        }
        return "'" + VisibleText.line(word) + "' is not clear: it could be " + String.join(" or ", fitting) + "\n";
    }

    private String carryOut(String command, String rest) throws BadInputException {
        boolean takesText = command.startsWith("find") && !command.equals("findings");
        boolean takesMore = takesText || command.equals("to") || command.equals("go");
        boolean mayTakeMore = takesMore || command.equals("next") || command.equals("back");
        if (takesMore && rest.isEmpty()) {
            return "'" + command + "' needs something behind it; 'help' tells what\n";
        }
        if (!mayTakeMore && !rest.isEmpty()) {
            return "'" + command + "' takes nothing behind it, but there is '" + VisibleText.line(rest) + "'\n";
        }
        return switch (command) {
            case "next" -> move(rest, 1);
            case "back" -> move(rest, -1);
            case "forward" -> stepper.nextInstant() ? here() : "this is the last instant\n";
            case "rewind" -> stepper.previousInstant() ? here() : "this is the first instant\n";
            case "to" -> to(rest);
            case "go" -> go(rest);
            case "find" -> stepper.find(rest, true) ? here() : "no entry after this one says that\n";
            case "findback" -> stepper.find(rest, false) ? here() : "no entry before this one says that\n";
            case "cause" -> cause();
            case "why" ->
                TraceText.of(TraceFilter.chainOf(result.trace(), stepper.entry().number()));
            case "list" -> around();
            case "objects" -> objects();
            case "sockets" -> sockets();
            case "findings" -> findings();
            case "first" -> move(Integer.toString(stepper.size()), -1);
            case "last" -> move(Integer.toString(stepper.size()), 1);
            case "help" -> HELP;
            case "quit" -> end();
            default -> throw new AssertionError(command);
        };
    }

    private String end() {
        over = true;
        return "";
    }

    private String here() {
        return emphasis.mark(Part.HEADING, TraceText.line(stepper.entry())) + "\n";
    }

    private String move(String count, int direction) {
        long entries = count.isEmpty() ? 1 : number(count);
        if (entries < 1) {
            return "'" + VisibleText.line(count) + "' is no count of entries\n";
        }
        boolean wasAtEnd = stepper.move(direction * entries) == 0;
        String edge = direction > 0 ? "this is the last entry\n" : "this is the first entry\n";
        return (wasAtEnd ? edge : "") + here();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private String to(String text) {
        try {
            SimTime instant = Durations.instant(text);
            stepper.toInstant(instant);
            boolean past = stepper.entry().timeNanos() < instant.nanos();
            return (past ? "nothing happened at " + instant + " or after it; this is the last entry\n" : "") + here();
        } catch (IllegalArgumentException e) {
            return "'" + VisibleText.line(text) + "': " + e.getMessage() + "\n";
        }
    }

    private String go(String text) {
        return stepper.toNumber(number(text))
                ? here()
                : "there is no entry '" + VisibleText.line(text) + "'; they are numbered from 1 to " + stepper.size()
                        + "\n";
    }

    private String cause() {
        return stepper.cause()
                .map(entry -> {
                    stepper.toNumber(entry.number());
                    return here();
                })
                .orElse("it followed from nothing: it was planned from the beginning\n");
    }

    private String around() {
        StringBuilder text = new StringBuilder();
        for (TraceEntry entry : stepper.around(AROUND, AROUND)) {
            boolean isHere = entry.number() == stepper.entry().number();
            text.append(isHere ? here() : TraceText.line(entry) + "\n");
        }
        return text.toString();
    }

    private String objects() {
        String text = stepper.objects().entrySet().stream()
                .map(object -> Strings.padEnd(object.getKey(), 10, ' ') + " at "
                        + object.getValue().time() + " (entry "
                        + object.getValue().number() + "): "
                        + VisibleText.line(object.getValue().record().describe()) + "\n")
                .collect(Collectors.joining());
        return text.isEmpty() ? "there is no IRP and no socket yet\n" : text;
    }

    private String sockets() throws BadInputException {
        SimTime now = stepper.entry().time();
        String sockets = replayer.play(ImmutableList.of(now)).snapshots().stream()
                .map(NetstatText::of)
                .collect(Collectors.joining("\n"));
        return "when all entries of " + now + " have happened:\n" + sockets;
    }

    private String findings() {
        String text = result.findings().stream()
                .map(finding -> finding.at() + ": " + VisibleText.line(finding.title())
                        + (finding.position().isKnown()
                                ? " ("
                                        + finding.position()
                                                .lineSeenFrom(result.scenario().position()) + ")"
                                : "")
                        + "\n")
                .collect(Collectors.joining());
        return text.isEmpty() ? "everything is as the scenario expects\n" : text;
    }
}
