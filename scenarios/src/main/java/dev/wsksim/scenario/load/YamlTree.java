package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds a tree of nodes from YAML text, and no more than a scenario can need.
 *
 * <p>Only the parser's events are used: they carry exact places, no tag can name a class, and the parser does not
 * recurse, so that the own count of depth is a full guard. An alias shares the node of its anchor, therefore an alias
 * bomb costs no memory; it would cost time in whoever walks the tree, and is stopped by counting nodes as if aliases
 * were written out.
 */
final class YamlTree {
    /** How deep lists and mappings may nest. */
    static final int MAX_DEPTH = 64;

    /** How many nodes a file may have, with aliases written out. */
    static final int MAX_NODES = 100_000;

    private final Problems problems;
    private final String what;
    private final String hint;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Optional<Node>> anchors = new LinkedHashMap<>();
    private @Nullable Node root;
    private long total;
    private int documents;
    private boolean stopped;

    private YamlTree(Problems problems, String what, String hint) {
        this.problems = problems;
        this.what = what;
        this.hint = hint;
    }

    /** Parses the text. Nothing is returned when it is not YAML, is not a mapping, or exceeds a limit. */
    static Optional<Node.Mapping> parse(Problems problems) {
        return parse(problems, "scenario", "a scenario begins with 'wsksim: 1' and 'name: …'");
    }

    /** Parses the text of another kind of file; the hint says how one begins. */
    static Optional<Node.Mapping> parse(Problems problems, String what, String hint) {
        return new YamlTree(problems, what, hint).run();
    }

    private Optional<Node.Mapping> run() {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            for (Event event : new Parse(settings).parseString(problems.source().text())) {
                take(event);
                if (stopped) {
                    return Optional.empty();
                }
            }
        } catch (YamlEngineException e) {
            SyntaxProblem.report(e, problems);
            return Optional.empty();
        }
        return rootMapping();
    }

    private Optional<Node.Mapping> rootMapping() {
        if (root instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        if (root == null || root.isNothing()) {
            problems.reportFile("the file holds no " + what, hint);
        } else {
            problems.report(root, "a " + what + " is a mapping of keys to values, found " + root.kind(), hint);
        }
        return Optional.empty();
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> beginDocument(event);
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case SequenceStart, MappingStart -> begin((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> end();
            default -> {
                // The ends of stream and document, and comments, carry nothing.
            }
        }
    }

    private void beginDocument(Event event) {
        documents++;
        if (documents > 1) {
            stop(
                    position(event),
                    3,
                    "a second YAML document starts here",
                    "a file holds one " + what + "; remove this line");
        }
    }

    private void scalar(ScalarEvent event) {
        refuseTag(event.getTag(), event);
        refuseHiddenCharacters(event);
        add(new Node.Scalar(position(event), width(event), event.getValue(), !event.isPlain()), anchor(event), 1);
    }

    private void alias(AliasEvent event) {
        String name = event.getAlias().getValue();
        Optional<Node> target = anchors.getOrDefault(name, Optional.empty());
        if (target.isPresent()) {
            add(target.get(), Optional.empty(), target.get().size());
            return;
        }
        boolean recursive = anchors.containsKey(name);
        String why = recursive ? "would contain itself" : "has no anchor '&" + name + "' before it";
        String hint = recursive ? "" : Suggestion.hint(name, anchors.keySet());
        stop(position(event), width(event), "alias '*" + name + "' " + why, hint);
    }

    private void begin(CollectionStartEvent event) {
        refuseTag(event.getTag(), event);
        if (open.size() >= MAX_DEPTH) {
            String message = "lists and mappings nest deeper than " + MAX_DEPTH + " levels";
            stop(position(event), 1, message, "no scenario needs this");
            return;
        }
        anchor(event).ifPresent(name -> anchors.put(name, Optional.empty()));
        count(1, position(event), 1);
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        open.push(new Frame(mapping, position(event), anchor(event)));
    }

    private void end() {
        Frame frame = open.pop();
        add(frame.finish(), frame.anchor, 0);
    }

    /** Puts a finished node where it belongs; {@code fresh} nodes of it have not been counted yet. */
    private void add(Node node, Optional<String> anchor, long fresh) {
        anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
        count(fresh, node.position(), node.width());
        Frame top = open.peek();
        if (top == null) {
            root = node;
        } else {
            top.add(node, problems);
        }
    }

    private void count(long nodes, SourcePosition position, int width) {
        total += nodes;
        if (total > MAX_NODES) {
            String message = "the file holds more than " + MAX_NODES + " values with aliases written out";
            stop(position, width, message, "do aliases repeat aliases?");
        }
    }

    private void stop(SourcePosition position, int width, String message, String hint) {
        if (!stopped) {
            problems.report(position, width, message, hint);
        }
        stopped = true;
    }

    private void refuseTag(Optional<String> tag, Event event) {
        // Plain and quoted values have no explicit tag; "!" alone asks for text, which every value is here anyway.
        tag.filter(name -> !name.equals("!"))
                .ifPresent(name -> problems.report(
                        position(event),
                        1,
                        "tag '" + name.replace("tag:yaml.org,2002:", "!!") + "' is not allowed",
                        "each key knows the type of its value"));
    }

    /** Escapes such as "\\e" could bring to a terminal what the text itself may not hold. */
    private void refuseHiddenCharacters(ScalarEvent event) {
        event.getValue().codePoints().filter(YamlTree::isHidden).findFirst().ifPresent(codePoint -> {
            String message = String.format(Locale.ROOT, "character U+%04X is not allowed in a value", codePoint);
            problems.report(position(event), width(event), message, "");
        });
    }

    private static boolean isHidden(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean changesDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || changesDirection;
    }

    private Optional<String> anchor(NodeEvent event) {
        return event.getAnchor().map(anchor -> anchor.getValue());
    }

    private SourcePosition position(Event event) {
        return event.getStartMark()
                .map(mark -> problems.source().at(mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> problems.source().at(1, 1));
    }

    private static int width(Event event) {
        Optional<Mark> start = event.getStartMark();
        Optional<Mark> end = event.getEndMark();
        boolean oneLine = start.isPresent()
                && end.isPresent()
                && start.get().getLine() == end.get().getLine();
        return oneLine ? Math.max(1, end.get().getColumn() - start.get().getColumn()) : 1;
    }

    /** A list or mapping whose end has not been seen. */
    private static final class Frame {
        private final boolean mapping;
        private final SourcePosition position;
        private final Optional<String> anchor;
        private final ImmutableList.Builder<Node> items = ImmutableList.builder();
        private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
        private @Nullable Node key;
        private long size = 1;

        Frame(boolean mapping, SourcePosition position, Optional<String> anchor) {
            this.mapping = mapping;
            this.position = position;
            this.anchor = anchor;
        }

        void add(Node node, Problems problems) {
            size += node.size();
            if (!mapping) {
                items.add(node);
            } else if (key == null) {
                key = node;
            } else {
                addEntry(key, node, problems);
                key = null;
            }
        }

        private void addEntry(Node name, Node value, Problems problems) {
            if (!(name instanceof Node.Scalar scalar)) {
                problems.report(name, "a key is a single word, found " + name.kind(), "put the key in quotes");
                return;
            }
            Node.Entry first = entries.putIfAbsent(scalar.text(), new Node.Entry(scalar, value));
            if (first != null) {
                String where =
                        "it is first given in line " + first.key().position().line();
                problems.report(scalar, "key '" + scalar.abridged() + "' is given twice", where);
            }
        }

        Node finish() {
            int width = entries.isEmpty() ? 1 : widthOfFirstKey();
            return mapping
                    ? new Node.Mapping(position, width, size, ImmutableList.copyOf(entries.values()))
                    : new Node.Sequence(position, 1, size, items.build());
        }

        private int widthOfFirstKey() {
            Node.Scalar first = entries.values().iterator().next().key();
            return first.position().equals(position) ? first.width() : 1;
        }
    }
}
