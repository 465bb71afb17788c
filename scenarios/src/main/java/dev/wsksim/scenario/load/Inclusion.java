package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a scenario includes in its place: the definitions of parts before its own, and the steps of parts where {@code
 * - include: open.part.yaml} stands among its steps.
 *
 * <p>This happens in the tree, before the parameters and the matrix, so that the rest of the loader knows nothing of it. Every
 * node keeps its place, and so every problem, and every finding of a run, names the file in which it is written.
 */
final class Inclusion {
    /** The key of what is included. */
    static final String KEY = "include";

    /** How deep parts may include parts. */
    static final int MAX_DEPTH = 8;

    /** How many parts a scenario may include, each counted as often as it is. */
    static final int MAX_PARTS = 1000;

    /** How large all parts of a scenario together may be. */
    static final int MAX_BYTES = 4 * SourceReader.MAX_BYTES;

    private final ScenarioFiles files;
    private final Problems problems;
    private final Map<String, Optional<Part>> parts = new LinkedHashMap<>();
    private final Map<String, SourcePosition> defined = new LinkedHashMap<>();
    private long nodes;
    private long bytes;
    private long growth;
    private int count;
    private boolean incomplete;

    private Inclusion(ScenarioFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * Returns a scenario with all that it includes; nothing when a part cannot be had, since what it would define would be missing
     * everywhere.
     */
    static Optional<Node.Mapping> of(Node.Mapping root, ScenarioFiles files, Problems problems) {
        Inclusion inclusion = new Inclusion(files, problems);
        Chain chain = new Chain(problems.source().file(), null);
        Node.Mapping defined = inclusion.withDefinitions(root, chain);
        Node.Mapping whole = inclusion.withSteps(defined, chain);
        return inclusion.incomplete
                ? Optional.empty()
                : Optional.of(new Node.Mapping(
                        whole.position(), whole.width(), whole.size() + inclusion.nodes, whole.entries()));
    }

    private Node.Mapping withDefinitions(Node.Mapping file, Chain chain) {
        Optional<Node> include = file.find(KEY);
        if (include.isEmpty()) {
            return file;
        }
        PartMerge merge = new PartMerge(problems);
        for (Node.Scalar name : names(include.get())) {
            find(name, chain).ifPresent(found -> addDefinitions(name, found, chain, merge));
        }
        merge.add(without(KEY, file));
        return merge.at(file);
    }

    private void addDefinitions(Node.Scalar name, String file, Chain chain, PartMerge merge) {
        SourcePosition first = defined.putIfAbsent(file, name.position());
        if (first != null) {
            problems.report(name, "'" + name.abridged() + "' is included twice", "it is first included at " + first);
            return;
        }
        Optional<Part> part = part(name, file);
        if (part.isPresent() && part.get().steps().isPresent()) {
            problems.report(
                    name, "this part has steps", "write '- " + KEY + ": " + name.abridged() + "' among the steps");
        } else if (part.isPresent()) {
            merge.add(withDefinitions(part.get().definitions(), new Chain(file, chain)));
        }
    }

    private Node.Mapping withSteps(Node.Mapping root, Chain chain) {
        Optional<Node> steps = root.find(Repetition.STEPS);
        if (steps.isEmpty()) {
            return root;
        }
        ImmutableList<Node.Entry> entries = root.entries().stream()
                .map(entry -> entry.key().text().equals(Repetition.STEPS)
                        ? new Node.Entry(entry.key(), withSteps(entry.value(), chain))
                        : entry)
                .collect(ImmutableList.toImmutableList());
        return new Node.Mapping(root.position(), root.width(), root.size(), entries);
    }

    private Node withSteps(Node node, Chain chain) {
        if (node instanceof Node.Sequence list) {
            ImmutableList.Builder<Node> items = ImmutableList.builder();
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping step && step.find(KEY).isPresent()) {
                    addSteps(step, chain, items);
                } else {
                    items.add(withSteps(item, chain));
                }
            }
            return new Node.Sequence(list.position(), list.width(), list.size(), items.build());
        }
        if (node instanceof Node.Mapping mapping) {
            ImmutableList<Node.Entry> entries = mapping.entries().stream()
                    .map(entry -> entry.isNote() ? entry : new Node.Entry(entry.key(), withSteps(entry.value(), chain)))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
        }
        return node;
    }

    private void addSteps(Node.Mapping step, Chain chain, ImmutableList.Builder<Node> items) {
        InclusionValues values = InclusionValues.of(step, growth, problems);
        for (Node.Scalar name : names(step.find(KEY).orElseThrow())) {
            Optional<String> file = find(name, chain);
            Optional<Part> part = file.flatMap(found -> part(name, found));
            if (part.isPresent() && part.get().steps().isEmpty()) {
                problems.report(
                        name, "this part has no steps", "write '" + KEY + ": " + name.abridged() + "' at the top");
            } else if (part.isPresent() && file.isPresent()) {
                Node.Sequence steps = values.in(part.get().steps().orElseThrow());
                growth = values.growth();
                incomplete |= growth > TreeSubstitution.MAX_GROWTH;
                items.addAll(((Node.Sequence) withSteps(steps, new Chain(file.get(), chain))).items());
            }
        }
        if (!incomplete) {
            values.requireUse();
        }
    }

    private ImmutableList<Node.Scalar> names(Node node) {
        ImmutableList<Node> written = node instanceof Node.Sequence list ? list.items() : ImmutableList.of(node);
        if (written.isEmpty()) {
            problems.report(node, "this list is empty", "name a part, or remove '" + KEY + "'");
        }
        ImmutableList.Builder<Node.Scalar> names = ImmutableList.builder();
        for (Node one : written) {
            if (one instanceof Node.Scalar name && !name.text().isEmpty()) {
                names.add(name);
            } else {
                problems.report(
                        one,
                        "expected the path of a part, found " + one.kind(),
                        "for example: " + KEY + ": hosts.part.yaml");
            }
        }
        return names.build();
    }

    /** Returns the file that a path leads to, if it may be included here. */
    private Optional<String> find(Node.Scalar name, Chain chain) {
        Optional<String> file = judged(name, chain);
        incomplete |= file.isEmpty();
        return file;
    }

    private Optional<String> judged(Node.Scalar name, Chain chain) {
        if (IncludedPath.isRefused(name, problems)) {
            return Optional.empty();
        }
        Optional<String> file = files.beside(chain.file(), name.text());
        if (file.isEmpty()) {
            String hint = files instanceof NoFiles
                    ? "only a scenario in a file can include others"
                    : "it would lie outside of the folders of scenarios";
            problems.report(name, "there can be no file '" + name.abridged() + "'", hint);
        } else if (chain.contains(file.get())) {
            problems.report(name, "'" + name.abridged() + "' includes itself", chain.text(file.get()) + file.get());
            return Optional.empty();
        } else if (chain.depth() > MAX_DEPTH) {
            problems.report(
                    name, "parts include parts more than " + MAX_DEPTH + " levels deep", "include it further up");
            return Optional.empty();
        } else if (++count > MAX_PARTS) {
            if (count == MAX_PARTS + 1) {
                problems.report(name, "more than " + MAX_PARTS + " parts are included", "make fewer of them");
            }
            return Optional.empty();
        }
        return file;
    }

    private Optional<Part> part(Node.Scalar name, String file) {
        Optional<Part> known = parts.get(file);
        if (known == null) {
            known = read(name, file);
            parts.put(file, known);
        }
        boolean already = nodes > YamlTree.MAX_NODES;
        nodes += known.map(Part::size).orElse(1L);
        if (nodes > YamlTree.MAX_NODES && !already) {
            String message = "the scenario holds more than " + YamlTree.MAX_NODES + " values with its parts";
            problems.report(name, message, "include fewer steps, or less often");
        }
        Optional<Part> part = nodes > YamlTree.MAX_NODES ? Optional.empty() : known;
        incomplete |= part.isEmpty();
        return part;
    }

    private Optional<Part> read(Node.Scalar name, String file) {
        try {
            byte[] content = files.read(file);
            if (grewTooFar(name, content.length)) {
                return Optional.empty();
            }
            Problems own = SourceReader.decode(file, content);
            Optional<Node.Mapping> root = own.count() > 0
                    ? Optional.empty()
                    : YamlTree.parse(own, "part", "a part begins with '" + Part.VERSION + ": " + Part.FORM + "'");
            Optional<Part> part = root.map(tree -> Part.of(tree, own));
            problems.include(own);
            return part;
        } catch (NoSuchFileException e) {
            // Who waits for files to change waits for this one, too.
            problems.include(new Problems(SourceText.of(file, "")));
            String hint = Suggestion.hint(fileName(name.text()), files.partsIn(file), "parts in this folder");
            problems.report(
                    name,
                    "there is no file '" + name.abridged() + "'",
                    hint.isEmpty() ? "it is looked for at " + file : hint);
        } catch (IOException e) {
            problems.report(name, "'" + name.abridged() + "' cannot be read: " + FileTrouble.reason(e), "");
        }
        return Optional.empty();
    }

    private boolean grewTooFar(Node.Scalar name, int length) {
        boolean already = bytes > MAX_BYTES;
        bytes += length;
        if (bytes > MAX_BYTES && !already) {
            problems.report(name, "the parts hold more than " + MAX_BYTES + " bytes", "include fewer of them");
        }
        return bytes > MAX_BYTES;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Node.Mapping without(String key, Node.Mapping mapping) {
        ImmutableList<Node.Entry> entries = mapping.entries().stream()
                .filter(entry -> !entry.key().text().equals(key))
                .collect(ImmutableList.toImmutableList());
        return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
    }

    /**
     * A file with those that led to it.
     *
     * @param file the file
     * @param by the file that includes it; {@code null} for the scenario itself
     */
    private record Chain(String file, @Nullable Chain by) {
        boolean contains(String other) {
            return file.equals(other) || (by != null && by.contains(other));
        }

        int depth() {
            return by == null ? 1 : by.depth() + 1;
        }

        /** Tells how a file leads to itself. */
        String text(String other) {
            return (file.equals(other) || by == null ? "" : by.text(other)) + file + " includes ";
        }
    }
}
