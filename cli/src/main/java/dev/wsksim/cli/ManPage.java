package dev.wsksim.cli;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the manual page of a command in the language of man(7), from what its help says. */
final class ManPage {
    private final CommandLine command;
    private final String version;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandLine command, String version) {
        this.command = command;
        this.version = version;
    }

    /** Returns the page of a command; the same command gives the same page on every day. */
    static String of(CommandLine command, String version) {
        ManPage page = new ManPage(command, version);
        page.write();
        return page.page.toString();
    }

    /** Returns the name of a command's page: wsksim, wsksim-run. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private void write() {
        CommandSpec spec = command.getCommandSpec();
        String name = name(command);
        List<String> description = plain(spec.usageMessage().description());
        page.append(".TH ")
                .append(quoted(name.toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" ")
                .append(quoted("wsksim " + version))
                .append(" \"wsksim\"\n");
        section("NAME");
        page.append(escaped(name))
                .append(" \\- ")
                .append(escaped(CommandTexts.summary(command)))
                .append('\n');
        section("SYNOPSIS");
        page.append(".nf\n").append(escaped(synopsis())).append(".fi\n");
        section("DESCRIPTION");
        paragraphs(description);
        arguments(spec);
        commands();
        footer(spec);
        section("SEE ALSO");
        page.append(escaped(related())).append('\n');
    }

    private String synopsis() {
        Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF));
        return help.synopsis(0);
    }

    private void arguments(CommandSpec spec) {
        List<ArgSpec> arguments = new ArrayList<>(spec.positionalParameters());
        spec.options().stream().filter(option -> !option.hidden()).forEach(arguments::add);
        if (arguments.isEmpty()) {
            return;
        }
        section("OPTIONS");
        for (ArgSpec argument : arguments) {
            page.append(".TP\n.B ").append(escaped(heading(argument))).append('\n');
            paragraphs(plain(CommandTexts.description(argument)));
        }
    }

    private static String heading(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            boolean takesValue = option.arity().max() > 0;
            return String.join(", ", option.names()) + (takesValue ? " " + option.paramLabel() : "");
        }
        return ((PositionalParamSpec) argument).paramLabel();
    }

    private void commands() {
        if (command.getSubcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        command.getSubcommands().forEach((name, subcommand) -> {
            page.append(".TP\n.B ").append(escaped(name)).append('\n');
            paragraphs(List.of(CommandTexts.summary(subcommand)));
        });
    }

    /** The parts of the footer each begin with a heading in bold, and keep their lines. */
    private void footer(CommandSpec spec) {
        for (String part : spec.usageMessage().footer()) {
            List<String> lines = plain(part);
            List<String> text = lines.stream().dropWhile(String::isEmpty).toList();
            boolean hasHeading = part.contains("@|bold");
            section(hasHeading ? text.get(0).toUpperCase(Locale.ROOT) : "NOTES");
            if (hasHeading) {
                page.append(".nf\n");
                text.stream().skip(1).forEach(line -> page.append(escaped(line)).append('\n'));
                page.append(".fi\n");
            } else {
                paragraphs(text);
            }
        }
    }

    private String related() {
        CommandLine parent = command.getParent();
        if (parent != null) {
            return name(parent) + "(1)";
        }
        return String.join(
                ", ",
                command.getSubcommands().values().stream()
                        .map(subcommand -> name(subcommand) + "(1)")
                        .toList());
    }

    private void section(String title) {
        page.append(".SH ").append(quoted(title)).append('\n');
    }

    private void paragraphs(List<String> lines) {
        for (String line : lines) {
            page.append(line.isBlank() ? ".sp\n" : escaped(line) + "\n");
        }
    }

    private static List<String> plain(String... texts) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            Ansi.OFF.string(text.replace("%n", "\n").replace("%%", "%")).lines().forEach(lines::add);
        }
        return lines;
    }

    private static String quoted(String text) {
        return '"' + Strings.nullToEmpty(text).replace("\"", "\\(dq").replace("-", "\\-") + '"';
    }

    /** A line that begins with a dot or an apostrophe would be taken for a request. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        StringBuilder lines = new StringBuilder();
        for (String line : escaped.split("\n", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n");
            lines.append(line.startsWith(".") || line.startsWith("'") ? "\\&" : "")
                    .append(line);
        }
        return lines.toString();
    }
}
