package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.export.netstat.NetstatJson;
import dev.wsksim.export.netstat.NetstatText;
import dev.wsksim.export.netstat.NetworkSnapshot;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wsksim netstat}: shows the sockets of all hosts at instants of virtual time. */
@Command(
        name = "netstat",
        description = "Plays one scenario and prints the sockets, interfaces and routes of all hosts as they are at"
                + " instants of virtual time.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim netstat refused.yaml --at 30ms%n"
                    + "  wsksim netstat refused.yaml --at 5ms --at 1s --json%n",
            ExitCode.SHOWN
        })
final class NetstatCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Mixin
    private final PlayOptions scenario = new PlayOptions();

    @Option(
            names = "--at",
            required = true,
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "When, such as 5ms; may be given more than once.")
    private List<SimTime> at = new ArrayList<>();

    @Option(names = "--json", description = "Print a JSON object a line for each instant.")
    private boolean json;

    @Mixin
    private final OutputFile output = new OutputFile();

    NetstatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        output.requireName();
        ScenarioResult result =
                scenario.play(surroundings, options -> options.withSnapshotsAt(ImmutableList.copyOf(at)));
        StringBuilder text = new StringBuilder();
        for (NetworkSnapshot snapshot : result.snapshots()) {
            if (json) {
                text.append(NetstatJson.of(snapshot)).append('\n');
            } else {
                boolean over = snapshot.at().compareTo(result.endedAt()) > 0;
                text.append(text.isEmpty() ? "" : "\n").append(NetstatText.of(snapshot));
                text.append(over ? "the run ended at " + result.endedAt() + "\n" : "");
            }
        }
        output.write(text.toString(), surroundings);
        return ExitCode.OK;
    }
}
