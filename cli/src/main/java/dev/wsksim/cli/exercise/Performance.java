package dev.wsksim.cli.exercise;

import com.google.common.collect.ImmutableList;

/**
 * What a driver did when it was played.
 *
 * @param connections how many connections came about
 * @param received all bytes that it sent to the server, as ASCII text
 * @param faults rules that were broken, exceptions that were thrown, and what was left over; a text each
 */
public record Performance(int connections, String received, ImmutableList<String> faults) {}
