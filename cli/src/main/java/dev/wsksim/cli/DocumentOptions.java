package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.report.Annotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that ask for the result in a form for other programs. */
final class DocumentOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON; '-' is standard output.")
    private @Nullable String json;

    @Option(
            names = "--junit-xml",
            paramLabel = "FILE",
            description = "Write the result as JUnit XML; '-' is standard output.")
    private @Nullable String junitXml;

    @Option(
            names = "--tap",
            paramLabel = "FILE",
            description = "Write the result in the Test Anything Protocol, version 14; '-' is standard output.")
    private @Nullable String tap;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write a summary for the page of a job as Markdown; '-' is standard output.")
    private @Nullable String markdown;

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "Write broken rules and findings as SARIF 2.1.0; '-' is standard output.")
    private @Nullable String sarif;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page to look at each run with: a diagram beside the scenario, and the state at any"
                    + " instant; '-' is standard output.")
    private @Nullable String html;

    @Option(
            names = "--artefacts",
            paramLabel = "FOLDER",
            description = "Write all that a look at a failed job needs: the result as JSON, JUnit XML, Markdown,"
                    + " SARIF and HTML, and for each scenario that did not pass report, replay line, trace, capture, diagram and"
                    + " YAML.")
    private @Nullable String artefacts;

    @Option(
            names = "--annotations",
            paramLabel = "WHERE",
            description = "Also print findings as commands that show them beside the lines of the scenarios:"
                    + " ${COMPLETION-CANDIDATES}.")
    private @Nullable AnnotationPlace annotations;

    @Option(
            names = "--wall-time",
            description = "Also write how long each scenario took on this machine; without it the files of two runs are"
                    + " the same bytes.")
    private boolean wallTime;

    /** Where findings are shown beside lines; the names are what {@code --annotations} takes. */
    enum AnnotationPlace {
        github(Annotations.GITHUB),
        azure(Annotations.AZURE);

        private final Annotations form;

        AnnotationPlace(Annotations form) {
            this.form = form;
        }
    }

    /** Returns how findings are shown beside lines, if they are. */
    Optional<Annotations> annotations() {
        return Optional.ofNullable(annotations).map(place -> place.form);
    }

    /** Tells whether documents may say how long scenarios took. */
    boolean isWallTimeWanted() {
        return wallTime;
    }

    /** Returns the folder for all that a look at a failed job needs, if there is one. */
    Optional<RunFolder> folder(Surroundings surroundings) {
        return Optional.ofNullable(named("--artefacts", artefacts)).map(name -> new RunFolder(surroundings, name));
    }

    /** Returns where documents go, each to a place of its own. */
    ImmutableList<DocumentTarget> targets(Surroundings surroundings) throws BadInputException {
        ImmutableList<DocumentTarget> targets = asked(surroundings);
        Map<String, DocumentTarget> places = new LinkedHashMap<>();
        List<DocumentTarget> all = new ArrayList<>(targets);
        folder(surroundings).ifPresent(folder -> all.addAll(folder.targets()));
        for (DocumentTarget target : all) {
            DocumentTarget other = places.put(target.place(), target);
            if (other != null) {
                throw wrong(other.format().option() + " and " + target.format().option() + " cannot both go to "
                        + (target.isStandardOutput() ? "standard output" : "the same file"));
            }
        }
        return targets;
    }

    private ImmutableList<DocumentTarget> asked(Surroundings surroundings) {
        ImmutableList.Builder<DocumentTarget> asked = ImmutableList.builder();
        for (DocumentFormat format : DocumentFormat.values()) {
            String name = named(
                    format.option(),
                    switch (format) {
                        case JSON -> json;
                        case JUNIT_XML -> junitXml;
                        case TAP -> tap;
                        case MARKDOWN -> markdown;
                        case SARIF -> sarif;
                        case HTML -> html;
                    });
            if (name != null) {
                asked.add(new DocumentTarget(surroundings, format, name));
            }
        }
        return asked.build();
    }

    private @Nullable String named(String option, @Nullable String name) {
        if (name != null && name.isEmpty()) {
            throw wrong(option + " needs a name, and '' is none");
        }
        return name;
    }

    private RuntimeException wrong(String message) {
        return spec == null ? new IllegalStateException(message) : new ParameterException(spec.commandLine(), message);
    }
}
