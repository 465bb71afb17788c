package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.report.ReportedCase;
import dev.wsksim.scenario.report.ReportedCases;
import dev.wsksim.scenario.report.RuleCoverage;
import dev.wsksim.scenario.report.RunDocument;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything about a run that goes elsewhere than to the person in front of it. */
final class RunOutputs {
    private final ImmutableList<DocumentTarget> targets;
    private final ImmutableList<ArtefactFolder> folders;
    private final Optional<RunFolder> runFolder;
    private final List<Document> documents = new ArrayList<>();

    private record Document(DocumentTarget target, RunDocument content) {}

    RunOutputs(
            ImmutableList<DocumentTarget> targets,
            ImmutableList<ArtefactFolder> folders,
            Optional<RunFolder> runFolder) {
        this.targets = targets;
        this.folders = folders;
        this.runFolder = runFolder;
    }

    /** Tells whether a document takes standard output, so that the report for people has to go elsewhere. */
    boolean takeStandardOutput() {
        return targets.stream().anyMatch(DocumentTarget::isStandardOutput);
    }

    /** Tells whether anything is to be written. */
    boolean isAny() {
        return !targets.isEmpty() || !folders.isEmpty() || runFolder.isPresent();
    }

    /** Finds out before scenarios are read whether the documents that were named can be written. */
    void requireWritable() throws BadInputException {
        for (DocumentTarget target : targets) {
            target.requireWritable();
        }
    }

    /** Makes the folders and begins the documents. */
    void begin(String version, DecisionMode decisions, LoadedScenarios loaded) throws BadInputException {
        for (ArtefactFolder folder : folders) {
            folder.prepare();
        }
        ImmutableList.Builder<DocumentTarget> all =
                ImmutableList.<DocumentTarget>builder().addAll(targets);
        if (runFolder.isPresent()) {
            runFolder.get().prepare();
            for (DocumentTarget target : runFolder.get().targets()) {
                target.requireWritable();
                all.add(target);
            }
        }
        all.build()
                .forEach(target ->
                        documents.add(new Document(target, target.format().begin(version, decisions, loaded::text))));
    }

    /** Adds what came of a scenario. */
    void add(Outcome outcome, ReportedCase reported, ReportedCases cases, LoadedScenarios loaded) {
        folders.forEach(folder -> folder.add(outcome));
        add(reported);
        runFolder.ifPresent(folder -> folder.add(reported, cases, loaded));
    }

    /** Adds a scenario that was not begun. */
    void add(ReportedCase reported) {
        documents.forEach(document -> document.content().add(reported));
    }

    /** Adds what became of the rules. */
    void add(RuleCoverage coverage) {
        documents.forEach(document -> document.content().add(coverage));
    }

    /** Writes the documents; tells whether everything is kept. */
    boolean end(boolean interrupted) throws BadInputException {
        boolean kept = folders.stream().noneMatch(ArtefactFolder::isIncomplete)
                && runFolder.stream().noneMatch(RunFolder::isIncomplete);
        for (Document document : documents) {
            kept &= document.target().write(document.content().text(interrupted));
        }
        return kept;
    }
}
