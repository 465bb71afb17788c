package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A step of the scenario was taken; the cause of everything that follows from it.
 *
 * @param file the part that the step stands in, seen from the folder of the scenario; empty for the scenario's own file
 * @param line the line in that file; 0 for a step that the runner adds
 * @param what the step in short
 */
public record StepTaken(String file, int line, String what) implements TraceRecord {

    private static final String CLEAN_UP = "the driver cleans up";

    StepTaken(int line, String what) {
        this("", line, what);
    }

    /** Returns what the runner does after the last step. */
    static StepTaken cleanUp() {
        return new StepTaken(0, CLEAN_UP);
    }

    /** Tells whether it is what the runner does after the last step. */
    public boolean isCleanUp() {
        return line == 0 && what.equals(CLEAN_UP);
    }

    /** Tells whether this is the step at a place, given the place of the scenario. */
    public boolean isAt(SourcePosition step, SourcePosition scenario) {
        return step.line() == line && step.fileSeenFrom(scenario).equals(file);
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.SCENARIO;
    }

    @Override
    public String kind() {
        return "step";
    }

    @Override
    public void visit(FieldVisitor fields) {
        if (!file.isEmpty()) {
            fields.text("file", file);
        }
        fields.number("line", line);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        String place = file.isEmpty() ? "line " + line : file + " line " + line;
        return line == 0 ? what : place + ": " + what;
    }
}
