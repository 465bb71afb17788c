package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what somebody changed in a scenario that was to stay as it was given. Layout, comments and quotes do not count,
 * nor the order of keys.
 */
public final class ProtectedKeys {
    /** What ends a scenario by saying that the driver may be wrong. */
    private static final ImmutableSet<String> EXCUSES = ImmutableSet.of("violations", "left-over", "bug-check");

    /** The steps that are not the driver's: somebody else does them, or the network. */
    private static final ImmutableSet<String> OF_OTHERS = ImmutableSet.of(
            "host",
            "network-interface",
            "link",
            "partition",
            "heal",
            "peer",
            "send-udp",
            "ping",
            "send-raw",
            "join",
            "leave",
            "query");

    private final ImmutableSet<String> free;

    /** Makes a judge that leaves some keys of a scenario free. */
    public ProtectedKeys(Iterable<String> free) {
        this.free = ImmutableSet.<String>builder()
                .add("name", "about", "source", "tags")
                .addAll(free)
                .build();
    }

    /** Returns what is changed in a text that is a scenario, and was given as another one. */
    public ImmutableList<ScenarioProblem> changes(String name, String text, String given) {
        Problems problems = SourceReader.ofText(name, text);
        Optional<Node.Mapping> now = YamlTree.parse(problems);
        Optional<Node.Mapping> then = YamlTree.parse(SourceReader.ofText(name, given));
        if (now.isEmpty() || then.isEmpty()) {
            return problems.all();
        }
        compare(now.get(), then.get(), problems);
        excuses(now.get(), then.get(), problems);
        now.get().find("steps").ifPresent(steps -> stepsOfOthers(steps, problems));
        return problems.all();
    }

    private static void stepsOfOthers(Node node, Problems problems) {
        if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> stepsOfOthers(item, problems));
        } else if (node instanceof Node.Mapping mapping) {
            boolean call = mapping.find("call").isPresent();
            for (Node.Entry entry : mapping.entries()) {
                if (!call && OF_OTHERS.contains(entry.key().text())) {
                    problems.report(
                            entry.key(),
                            "a step '" + entry.key().text() + "' is not the driver's to take",
                            "take it out; change what the driver does");
                }
                if (!entry.key().text().equals("with")) {
                    stepsOfOthers(entry.value(), problems);
                }
            }
        }
    }

    private void compare(Node.Mapping now, Node.Mapping then, Problems problems) {
        for (Node.Entry entry : now.entries()) {
            String key = entry.key().text();
            if (entry.isNote() || free.contains(key)) {
                continue;
            }
            Optional<Node> given = then.find(key);
            if (given.isEmpty()) {
                problems.report(
                        entry.key(),
                        "'" + key + "' was not there",
                        "take it out: it is the lesson's, not the driver's");
            } else if (!shape(given.get()).equals(shape(entry.value()))) {
                problems.report(
                        entry.key(),
                        "'" + key + "' is not as it was given",
                        "put it back; change what the driver does");
            }
        }
        for (Node.Entry entry : then.entries()) {
            String key = entry.key().text();
            if (!entry.isNote() && !free.contains(key) && now.find(key).isEmpty()) {
                problems.reportFile("'" + key + "' is gone, which was given", "put it back");
            }
        }
    }

    private static void excuses(Node.Mapping now, Node.Mapping then, Problems problems) {
        Optional<Node> expect = now.find("expect");
        if (expect.isEmpty() || !(expect.get() instanceof Node.Mapping mapping)) {
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            Optional<Node> given = then.find("expect").flatMap(node -> ScenarioPatch.find(node, key));
            boolean same = given.isPresent() && shape(given.get()).equals(shape(entry.value()));
            boolean none =
                    entry.value() instanceof Node.Scalar word && word.text().equals("none");
            if (EXCUSES.contains(key) && !same && !none) {
                problems.report(
                        entry.key(),
                        "'" + key + "' says that the driver may be wrong",
                        "take it out; a driver is right when it breaks no rule and leaves nothing behind");
            }
        }
    }

    /** Returns what a node says, without places. */
    private static Object shape(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(ProtectedKeys::shape).collect(ImmutableList.toImmutableList());
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        ((Node.Mapping) node)
                .entries().stream()
                        .filter(entry -> !entry.isNote())
                        .forEach(entry -> entries.put(entry.key().text(), shape(entry.value())));
        return entries;
    }
}
