package dev.wsksim.cli.tshark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;

/** Runs in which TCP has to repair losses and to wait for windows, in more ways than scenarios do that show one thing each. */
final class Transfers {

    private static final String WORLD = """
            wsksim: 1
            name: NAME
            seed: 5
            hosts:
              client: { addresses: [192.0.2.10] }
              server: { addresses: [192.0.2.20] }
            links:
              client -> server: { latency: 5ms THERE }
              server -> client: { latency: 5ms BACK }
            peers:
              server:
                tcp 7777: { connect: accept, data: SERVER }
            connections:
              upload: { from: client, to: server:7777, data: CLIENT }
            """;

    private static final String SEND_MUCH = "[send: { bytes: 200KiB }, close]";
    private static final String DISCARD = "discard";

    private Transfers() {}

    static ImmutableList<ScenarioResult> play() {
        return ImmutableList.of(
                play("one loss in the middle", ", drop: [30]", "", SEND_MUCH, DISCARD),
                play("three losses in a window", ", drop: [30, 32, 35]", "", SEND_MUCH, DISCARD),
                play("the last segment is lost", ", drop: [5]", "", "[send: { bytes: 4000 }]", DISCARD),
                play("a retransmission is lost too", ", drop: [30, 60, 61]", "", SEND_MUCH, DISCARD),
                play("losses both ways", ", loss: 2%", ", loss: 2%", SEND_MUCH, "echo"),
                play("lost acknowledgments", "", ", loss: 20%", SEND_MUCH, DISCARD),
                play("a slow reader", "", "", SEND_MUCH, "{ reads: 8KiB, every: 700ms }"),
                play(
                        "a reader that stops",
                        "",
                        "",
                        "[send: { bytes: 500KiB }, close]",
                        "[wait: 20s, receive: { bytes: 500KiB }, close]"));
    }

    private static ScenarioResult play(String name, String there, String back, String client, String server) {
        String yaml = WORLD;
        ImmutableMap<String, String> words =
                ImmutableMap.of("NAME", name, "THERE", there, "BACK", back, "CLIENT", client, "SERVER", server);
        for (var word : words.entrySet()) {
            yaml = yaml.replace(word.getKey(), word.getValue());
        }
        LoadResult loaded = new ScenarioLoader().loadText(name, yaml);
        if (!loaded.problems().isEmpty()) {
            throw new AssertionError(loaded.renderProblems());
        }
        return new ScenarioRunner(RunOptions.DEFAULT).run(loaded.variants().get(0));
    }
}
