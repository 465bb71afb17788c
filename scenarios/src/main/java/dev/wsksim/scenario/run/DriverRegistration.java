package dev.wsksim.scenario.run;

import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;

/**
 * One registration of the scripted driver: the block, and the variable that a capture fills.
 *
 * @param block the WSK_REGISTRATION
 * @param npi the WSK_PROVIDER_NPI
 */
record DriverRegistration(WskRegistration block, Variable<WskProviderNpi> npi) {

    /** Makes a blank block and an empty variable. */
    DriverRegistration() {
        this(new WskRegistration(), new Variable<>());
    }
}
