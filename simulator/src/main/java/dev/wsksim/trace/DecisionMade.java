package dev.wsksim.trace;

/**
 * A choice that the documentation leaves open was made.
 *
 * @param point the name of the decision point
 * @param option the name of the chosen option
 * @param count how many options there were
 * @param subject the number of the object that it was about
 */
public record DecisionMade(String point, String option, int count, long subject) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.ENGINE;
    }

    @Override
    public String kind() {
        return "decision";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("point", point);
        fields.text("option", option);
        fields.number("count", count);
        fields.number("subject", subject);
    }

    @Override
    public String describe() {
        return "decision " + point + ": " + option;
    }
}
