package dev.wsksim.scenario.run;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A step of the scenario was taken; the cause of everything that follows from it.
 *
 * @param line the line of the scenario; 0 for a step that the runner adds
 * @param what the step in short
 */
public record StepTaken(int line, String what) implements TraceRecord {

    private static final String CLEAN_UP = "the driver cleans up";

    /** Returns what the runner does after the last step. */
    static StepTaken cleanUp() {
        return new StepTaken(0, CLEAN_UP);
    }

    /** Tells whether it is what the runner does after the last step. */
    public boolean isCleanUp() {
        return line == 0 && what.equals(CLEAN_UP);
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
        fields.number("line", line);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        return line == 0 ? what : "line " + line + ": " + what;
    }
}
