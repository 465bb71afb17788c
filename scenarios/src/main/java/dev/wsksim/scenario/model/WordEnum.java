package dev.wsksim.scenario.model;

/** An enumeration whose constants are written as fixed words in YAML. */
public interface WordEnum {
    /** Returns the word as it is written in YAML. */
    String word();
}
