package dev.wsksim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes an argument completer for PowerShell. */
final class PowerShellCompletion {
    private static final String SCRIPT = """
            # Completions of wsksim for PowerShell; read them with: wsksim completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName @('wsksim', 'wsksim.cmd') -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @{
            WORDS    }
                $values = @{
            VALUES    }
                $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
                if ($wordToComplete -ne '' -and $typed.Count -gt 0) { $typed = @($typed | Select-Object -SkipLast 1) }
                $command = ''
                if ($typed.Count -gt 0 -and $words.ContainsKey($typed[0])) { $command = $typed[0] }
                $candidates = $words[$command]
                if ($typed.Count -gt 0 -and $values.ContainsKey("$command $($typed[-1])")) {
                    $candidates = $values["$command $($typed[-1])"]
                }
                $candidates | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """;

    private PowerShellCompletion() {}

    /** Returns the script. */
    static String of(CommandLine commands) {
        Map<String, List<String>> words = new TreeMap<>();
        Map<String, List<String>> values = new TreeMap<>();
        List<String> first = new ArrayList<>(commands.getSubcommands().keySet());
        first.addAll(optionNames(commands));
        words.put("", first);
        commands.getSubcommands().forEach((name, command) -> {
            words.put(name, optionNames(command));
            for (OptionSpec option : command.getCommandSpec().options()) {
                List<String> candidates = CommandTexts.candidates(option);
                for (String optionName : candidates.isEmpty() ? new String[0] : option.names()) {
                    values.put(name + " " + optionName, candidates);
                }
            }
        });
        return SCRIPT.replace("WORDS", table(words)).replace("VALUES", table(values));
    }

    private static List<String> optionNames(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
    }

    private static String table(Map<String, List<String>> entries) {
        return entries.entrySet().stream()
                .map(entry -> "        " + quoted(entry.getKey()) + " = @("
                        + entry.getValue().stream()
                                .map(PowerShellCompletion::quoted)
                                .collect(Collectors.joining(", "))
                        + ")\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
