package dev.wsksim.cli;

import dev.wsksim.scenario.run.Verdict;

/** The exit codes: the five kinds of wrong, never mixed. */
final class ExitCode {
    /** Every expectation was met. */
    static final int OK = 0;
    /** An expectation was not met, or the driver broke a rule. */
    static final int FAILED = 1;
    /** The input is wrong: a scenario, an option, a file that is not there. */
    static final int BAD_INPUT = 2;
    /** Something is not simulated, or a limit was reached. */
    static final int INCONCLUSIVE = 3;
    /** wsksim itself is at fault, or could not write its output. */
    static final int FAULT = 70;
    /** The user stopped the run, as a shell reports it: 128 and the number of SIGINT. */
    static final int INTERRUPTED = 130;

    /** The codes in the form that help texts show. */
    static final String HELP = "%n@|bold Exit codes|@%n"
            + "  0    every expectation was met%n"
            + "  1    an expectation was not met, or the driver broke a rule%n"
            + "  2    the input is wrong: a scenario, an option, a file that is not there%n"
            + "  3    inconclusive: something is not simulated, or a limit was reached%n"
            + "  70   wsksim itself is at fault (please report it), or could not write its output%n"
            + "  130  stopped by Ctrl-C; the report says so%n";

    /** The codes of the commands that play a scenario only to show something of it. */
    static final String SHOWN = "%n@|bold Exit codes|@%n"
            + "  0    it was shown, whatever the verdict of the scenario is%n"
            + "  2    the input is wrong: a scenario, an option, a file that is not there%n"
            + "  70   wsksim itself is at fault (please report it), or could not write its output%n";

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case PASSED, SKIPPED -> OK;
            case FAILED -> FAILED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
