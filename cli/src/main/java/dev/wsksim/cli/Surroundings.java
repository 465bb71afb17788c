package dev.wsksim.cli;

import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.scenario.bundle.BundledScenarios;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.FileSystem;
import java.util.function.UnaryOperator;

/**
 * What the commands know of the process they run in; tests put other things in its place.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person watches both
 * @param files where paths lead to
 * @param environment the environment variables; the empty text for one that is not set
 * @param variables the names of the environment variables that are set
 * @param bundle the scenarios that come with wsksim
 * @param player what plays scenarios
 * @param processors how many scenarios are played at once unless told otherwise
 * @param interruption how the user ends a run
 * @param version the version of wsksim
 * @param program how the user calls wsksim, such as {@code ./wsksim}
 */
record Surroundings(
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        FileSystem files,
        UnaryOperator<String> environment,
        ImmutableSortedSet<String> variables,
        BundledScenarios bundle,
        Player player,
        int processors,
        Interruption interruption,
        String version,
        String program) {}
