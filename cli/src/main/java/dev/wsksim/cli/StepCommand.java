package dev.wsksim.cli;

import dev.wsksim.scenario.run.ScenarioResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wsksim step}: walks through virtual time, forwards and backwards. */
@Command(
        name = "step",
        description = {
            "Plays one scenario and lets you walk through what happened, forwards and backwards, one entry or one"
                    + " instant of virtual time after the other.",
            "",
            "It reads a command a line from standard input, so that it can also be scripted. 'help' lists them."
        },
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim step refused.yaml%n"
                    + "  printf 'to 5ms\\nsockets\\nquit\\n' | wsksim step refused.yaml%n",
            ExitCode.SHOWN
        })
final class StepCommand extends HelpfulCommand {
    private static final String PROMPT = "> ";

    private final Surroundings surroundings;

    @Mixin
    private final ColorOption color = new ColorOption();

    @Mixin
    private final PlayOptions scenario = new PlayOptions();

    StepCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        ScenarioResult result = scenario.play(surroundings);
        StepDialogue dialogue = new StepDialogue(
                result,
                color.emphasis(surroundings),
                instants -> scenario.playQuietly(surroundings, options -> options.withSnapshotsAt(instants)));
        BufferedReader in = surroundings.in();
        say(dialogue.begin());
        while (!dialogue.isOver() && !surroundings.interruption().isRaised()) {
            if (surroundings.terminal()) {
                surroundings.out().print(PROMPT);
                surroundings.out().flush();
            }
            String line = line(in);
            if (line == null) {
                break;
            }
            say(dialogue.answer(line));
        }
        return ExitCode.OK;
    }

    private void say(String text) {
        surroundings.out().print(text);
        surroundings.out().flush();
    }

    private static @Nullable String line(BufferedReader in) {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
