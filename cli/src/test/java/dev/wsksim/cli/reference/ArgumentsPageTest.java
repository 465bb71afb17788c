package dev.wsksim.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.DocumentedFunctions;
import dev.wsksim.scenario.load.FunctionParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the page about arguments to the functions that a scenario may call. */
class ArgumentsPageTest {
    private static final DocumentedFunctions FUNCTIONS = new DocumentedFunctions();

    @Test
    void everyParameter_ofEveryFunction_isOnThePage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "arguments.md"));
        String table = page.substring(page.indexOf("## By function"), page.indexOf("## Addresses"));

        for (String function : FUNCTIONS.functions()) {
            boolean hasOwnParameters = FUNCTIONS.parametersOf(function).stream()
                    .map(FunctionParameter::name)
                    .anyMatch(name -> !name.equals("Socket") && !name.equals("WskRegistration") && !name.equals("Irp"));
            if (hasOwnParameters) {
                assertThat(table).as(function).contains("`" + function + "`");
            }
            for (FunctionParameter parameter : FUNCTIONS.parametersOf(function)) {
                assertThat(page).as(function).contains("`" + parameter.name() + "`");
            }
        }
    }
}
