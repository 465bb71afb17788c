package dev.wsksim.scenario.course;

/**
 * A driver that was handed in, with its grade.
 *
 * @param file the file, as the teacher named it
 * @param prediction the answer to the question of the lesson; empty where there is none
 * @param predictedRight whether that is right
 * @param grade the grade
 */
public record HandIn(String file, String prediction, boolean predictedRight, Grade grade) {}
