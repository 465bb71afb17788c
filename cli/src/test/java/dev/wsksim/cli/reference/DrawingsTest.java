package dev.wsksim.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.export.diagram.Diagram;
import dev.wsksim.export.diagram.MermaidDiagram;
import dev.wsksim.export.diagram.SvgDiagram;
import dev.wsksim.export.diagram.TextDiagram;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Draws diagrams of all bundled scenarios. */
class DrawingsTest {

    private static final Pattern TEXT = Pattern.compile(
            "<text class=\"([a-z ]+)\" x=\"(-?\\d+)\" y=\"(\\d+)\" text-anchor=\"(\\w+)\">([^<]*)</text>");
    private static final Pattern WIDTH = Pattern.compile("<svg [^>]* width=\"(\\d+)\"");
    private static final int CHAR_TENTHS = 72;
    private static final int HEAD_TENTHS = 90;
    /** How far baselines are apart where texts of 12 pixels do not touch. */
    private static final int LINE = 11;

    private final List<String> faults = new ArrayList<>();

    /** A text and the pixels that it covers. */
    private record Label(int y, int left, int right, String words) {}

    @Test
    void drawings_ofAllBundledScenarios_showEveryPacketAndNoLabelOverAnother() {
        BundledRuns.forEach(this::check);

        assertThat(faults).isEmpty();
    }

    private void check(ScenarioResult result) {
        List<String> hosts =
                result.scenario().hosts().stream().map(HostSpec::name).toList();
        Diagram diagram = Diagram.of(
                result.name(), result.trace(), hosts, result.scenario().observedHost());
        String text = TextDiagram.of(diagram);
        String mermaid = MermaidDiagram.of(diagram);
        String svg = SvgDiagram.of(diagram, SvgDiagram.Scale.ORDER);
        String timeline = SvgDiagram.of(diagram, SvgDiagram.Scale.TIME);
        for (TraceEntry entry : result.trace()) {
            if (entry.record() instanceof PacketSent) {
                assertThat(text).as(result.name()).contains(" #" + entry.number() + " ");
                assertThat(mermaid).as(result.name()).contains(": #35;" + entry.number() + " ");
                assertThat(svg).as(result.name()).contains(">#" + entry.number() + " ");
            }
        }
        requireApart(result.name(), svg);
        requireApart(result.name() + ", timeline", timeline);
    }

    private void requireApart(String name, String svg) {
        Matcher width = WIDTH.matcher(svg);
        assertThat(width.find()).isTrue();
        List<Label> labels = labels(svg);
        for (int i = 0; i < labels.size(); i++) {
            Label one = labels.get(i);
            if (one.left() < 0 || one.right() > Integer.parseInt(width.group(1))) {
                faults.add(name + ": '" + one.words() + "' leaves the page");
            }
            for (int j = i + 1; j < labels.size() && labels.get(j).y() - one.y() < LINE; j++) {
                Label other = labels.get(j);
                if (one.left() < other.right() && other.left() < one.right()) {
                    faults.add(name + ": '" + one.words() + "' meets '" + other.words() + "'");
                }
            }
        }
    }

    private static List<Label> labels(String svg) {
        List<Label> labels = new ArrayList<>();
        Matcher text = TEXT.matcher(svg);
        while (text.find()) {
            String words =
                    text.group(5).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            int length = words.length() * (text.group(1).equals("head") ? HEAD_TENTHS : CHAR_TENTHS) / 10;
            int x = Integer.parseInt(text.group(2));
            int left = switch (text.group(4)) {
                case "start" -> x;
                case "end" -> x - length;
                default -> x - length / 2;
            };
            labels.add(new Label(Integer.parseInt(text.group(3)), left, left + length, words));
        }
        assertThat(labels).hasSizeGreaterThan(3);
        labels.sort(Comparator.comparingInt(Label::y));
        return labels;
    }
}
