package dev.wsksim.cli;

import dev.wsksim.scenario.bundle.RuleExamples;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.Optional;

/** Shows a rule at work: the bundled scenario that breaks it, and the sequence diagram of its run. */
final class RuleExampleText {
    private static final String INDENT = "  ";

    private final Surroundings surroundings;
    private final Emphasis emphasis;

    RuleExampleText(Surroundings surroundings, Emphasis emphasis) {
        this.surroundings = surroundings;
        this.emphasis = emphasis;
    }

    /** Returns the text about the rule with this name; empty for other names, and where no scenario breaks the rule. */
    String of(String name) {
        Optional<String> path = StandardRules.book().rules().stream()
                .map(Rule::id)
                .map(Object::toString)
                .filter(id -> id.equalsIgnoreCase(name))
                .findFirst()
                .flatMap(id -> new RuleExamples(surroundings.bundle()).of(id));
        return path.map(this::text).orElse("");
    }

    private String text(String path) {
        String yaml = surroundings.bundle().text(path).orElse("");
        StringBuilder text = new StringBuilder("\n").append(heading("How it is broken, for example"));
        text.append(INDENT).append("wsksim run ").append(path).append("\n\n");
        indent(yaml, text);
        LoadResult loaded =
                new ScenarioLoader().withFiles(surroundings.bundle().files()).loadText(path, yaml);
        loaded.variants().stream().findFirst().ifPresent(scenario -> appendDiagram(scenario, text));
        return text.toString();
    }

    private void appendDiagram(Scenario scenario, StringBuilder text) {
        ScenarioResult result = surroundings.player().play(scenario, RunOptions.DEFAULT);
        text.append('\n').append(heading("What happens there"));
        indent(DiagramFormat.text.draw(DiagramCommand.of(result)), text);
    }

    private String heading(String words) {
        return emphasis.mark(Emphasis.Part.HEADING, words) + "\n";
    }

    private static void indent(String lines, StringBuilder text) {
        lines.stripTrailing()
                .lines()
                .forEach(line -> text.append((INDENT + line).stripTrailing()).append('\n'));
    }
}
