package dev.wsksim.scenario.model;

/** Who registers the driver with WSK. */
public enum RegistrationMode implements WordEnum {
    /** The runner registers and captures before the first step, and releases and deregisters after the last. */
    AUTOMATIC("automatic"),
    /** The steps do it with WskRegister and its companions. */
    MANUAL("manual");

    private final String word;

    RegistrationMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
