package dev.wsksim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.IrpUse;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.trace.TraceLog;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments as a scenario that is built by hand may hold them, too, of which the loader has not seen any. */
class ArgumentReaderTest {

    private static final SourcePosition HERE = new SourcePosition("test.yaml", 1, 2);

    @ParameterizedTest
    @CsvSource({"7, 7", "0x10, 16", "SOCK_STREAM, 1", "WSK_FLAG_CONNECTION_SOCKET, 2", "0xFFFFFFFF, -1"})
    void ulong_numberOrConstant_isRead(String text, int value) throws ArgumentProblemException {
        assertThat(reader(text(text)).ulong("P", 5)).isEqualTo(value);
    }

    @Test
    void ulong_list_isCombinedWithOr() throws ArgumentProblemException {
        assertThat(reader(list(text("0x1"), text("4"))).ulong("P", 0)).isEqualTo(5);
    }

    @Test
    void ulong_notGiven_isTheOther() throws ArgumentProblemException {
        assertThat(reader(text("1")).ulong("Q", 5)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0x-1", "0x100000000", "1.5", "SOCK_STRAEM", ""})
    void ulong_anythingElse_isAProblem(String text) {
        assertThatThrownBy(() -> reader(text(text)).ulong("P", 0))
                .isInstanceOf(ArgumentProblemException.class)
                .hasMessageContaining("'" + text + "'");
    }

    /** Neither has an entry of a list before its last bracket, so that nobody may look for a number there. */
    @ParameterizedTest
    @ValueSource(strings = {"server:0[0[0]", "list[99999999999]", "[0]", "list[0][1]"})
    void address_oddBrackets_areAProblem(String text) {
        assertThatThrownBy(() -> reader(text(text)).address("P", null)).isInstanceOf(ArgumentProblemException.class);
    }

    @Test
    void ulong_null_isAProblem() {
        assertThatThrownBy(() -> reader(new ArgumentValue.Null(HERE)).ulong("P", 0))
                .isInstanceOf(ArgumentProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "any:0, 0.0.0.0:0",
        "loopback:445, 127.0.0.1:445",
        "server:445, 192.0.2.20:445",
        "192.0.2.9:65535, 192.0.2.9:65535",
        "[2001:db8::20]:445, [2001:db8::20]:445"
    })
    void address_inEachForm_isRead(String text, String address) throws ArgumentProblemException {
        assertThat(reader(text(text)).address("P", null)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server",
                "server:",
                "server:65536",
                "server:-1",
                "nobody:1",
                "2001:db8::20:445",
                "[192.0.2.20]:445",
                "family x",
                "family 65536"
            })
    void address_anythingElse_isAProblemWithPlace(String text) {
        assertThatThrownBy(() -> reader(text(text)).address("P", null))
                .isInstanceOf(ArgumentProblemException.class)
                .hasMessage("'" + text + "' is no transport address")
                .extracting(problem -> ((ArgumentProblemException) problem).position())
                .isEqualTo(HERE);
    }

    @Test
    void address_list_isAProblem() {
        assertThatThrownBy(() -> reader(list(text("server:445"))).address("P", null))
                .isInstanceOf(ArgumentProblemException.class);
    }

    @Test
    void requireAllRead_listWhereANameIsRead_isAProblem() {
        ArgumentReader reader = reader(list(text("a"), text("b")));

        assertThat(reader.name("P")).isEmpty();
        assertThatThrownBy(reader::requireAllRead)
                .isInstanceOf(ArgumentProblemException.class)
                .hasMessageStartingWith("P cannot be set here");
    }

    @Test
    void requireAllRead_onlyAskedWhetherItIsThere_isAProblem() {
        ArgumentReader reader = reader(text("a"));

        assertThat(reader.has("P")).isTrue();
        assertThat(reader.isNull("P")).isFalse();
        assertThatThrownBy(reader::requireAllRead).isInstanceOf(ArgumentProblemException.class);
    }

    @Test
    void requireAllRead_nullWasSeen_isFine() throws ArgumentProblemException {
        ArgumentReader reader = reader(new ArgumentValue.Null(HERE));

        assertThat(reader.items("P")).isEmpty();
        reader.requireAllRead();
    }

    private static ArgumentValue text(String text) {
        return new ArgumentValue.Text(text, false, HERE);
    }

    private static ArgumentValue list(ArgumentValue... values) {
        return new ArgumentValue.Items(ImmutableList.copyOf(values), HERE);
    }

    /** Returns the reader of a call with one parameter, P. */
    private static ArgumentReader reader(ArgumentValue value) {
        CallStep step = new CallStep(
                Optional.empty(),
                StepTiming.NEXT,
                "WskSocketConnect",
                ImmutableMap.of("P", value),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                IrpUse.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImmutableMap.of(),
                Optional.empty(),
                HERE);
        Scenario scenario = new ScenarioLoader()
                .loadText("test.yaml", SmallWorld.ACCEPTING + SmallWorld.CONNECT)
                .variants()
                .get(0);
        Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
        FindingsLog findings = new FindingsLog(simulation.loop(), new TraceLog());
        return new ArgumentReader(
                step, new ScenarioWorld(simulation, scenario, new ScriptedEnds(simulation, findings)));
    }
}
