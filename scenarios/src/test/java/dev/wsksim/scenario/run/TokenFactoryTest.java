package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every token that the scenario language allows can be made, or is a finding and no fault. */
class TokenFactoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user: BA",
                "user: S-1-5-18, privileges: [SeTakeOwnershipPrivilege]",
                "user: S-1-5-21-1-2-3-1001, groups: [BU, { sid: BA, attributes: [deny-only] }], restricted: [S-1-5-12]",
                "user: WD, groups: [{ sid: BA, attributes: [owner, mandatory, enabled, enabled-by-default] }]"
            })
    void token_asTheLanguageAllows_isMade(String token) {
        assertThat(play(token).findings()).isEmpty();
    }

    private static ScenarioResult play(String token) {
        return run(WORLD + "driver: { host: client, process: { name: own, token: { " + token + " } } }\n"
                + "steps: [{ wait: 1ms }]\n");
    }
}
