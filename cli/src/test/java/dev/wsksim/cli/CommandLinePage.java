package dev.wsksim.cli;

import java.util.List;

/** Writes the reference page of the command line: what every command says of itself. */
public final class CommandLinePage {
    private CommandLinePage() {}

    /** Returns the page below its first lines. */
    public static String text() {
        Shell shell = new Shell();
        shell.run("--help");
        StringBuilder page = new StringBuilder(block(shell.out()));
        for (String name : commands(shell.out())) {
            shell.run(name, "--help");
            page.append("\n## wsksim ").append(name).append("\n\n").append(block(shell.out()));
        }
        return page.toString();
    }

    /** Returns the commands that the help of wsksim lists, but for the one that shows help. */
    static List<String> commands(String help) {
        String list = help.substring(help.indexOf("Commands:\n"));
        return list.lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches(" {2}[a-z].*"))
                .map(line -> line.strip().split(" ")[0])
                .filter(name -> !name.equals("help"))
                .toList();
    }

    private static String block(String help) {
        return "```\n" + help.strip() + "\n```\n";
    }
}
