package dev.wsksim.cli;

import dev.wsksim.export.Pcapng;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wsksim pcap}: writes what one host of a scenario sends and receives for Wireshark. */
@Command(
        name = "pcap",
        description = "Plays one scenario and writes what one host sends and receives as a pcapng file for Wireshark."
                + " Comments on the packets tell of the calls and IRPs.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim pcap refused.yaml -o refused.pcapng%n"
                    + "  wsksim pcap refused.yaml --host server -o server.pcapng%n",
            ExitCode.SHOWN
        })
final class PcapCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final PlayOptions scenario = new PlayOptions();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Whose packets; those of the driver's host unless told otherwise, or without a driver of the"
                    + " first host.")
    private @Nullable String host;

    @Mixin
    private final OutputFile output = new OutputFile();

    PcapCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        output.requireName();
        if (!output.isFile() && spec != null) {
            throw new ParameterException(spec.commandLine(), "a capture is no text: --output FILE says where it goes");
        }
        ScenarioResult result = scenario.play(surroundings);
        String observed = host(result);
        output.write(file -> Pcapng.write(result.trace(), observed, file), surroundings);
        return ExitCode.OK;
    }

    private String host(ScenarioResult result) throws BadInputException {
        String wanted = host;
        if (wanted == null) {
            return result.scenario().observedHost();
        }
        List<String> hosts =
                result.scenario().hosts().stream().map(HostSpec::name).toList();
        if (!hosts.contains(wanted)) {
            throw new BadInputException("the scenario has no host '" + wanted + "'\n  hint: "
                    + KnownNames.closest(wanted, hosts)
                            .map(close -> "did you mean '" + close + "'?")
                            .orElse("its hosts are " + String.join(", ", hosts)));
        }
        return wanted;
    }
}
