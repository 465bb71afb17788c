package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.NpiVersion;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProvider;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;

/** Plays the registration functions. */
final class RegistrationFunctions {

    private final DriverState driver;
    private final NpiVersion version;
    private final WskProvider provider;

    RegistrationFunctions(DriverState driver, NpiVersion version) {
        this.driver = driver;
        this.version = version;
        this.provider = driver.host().wsk();
    }

    ImmutableMap<WskFunction, FunctionPlayer> players() {
        return ImmutableMap.of(
                WskFunction.WskRegister, this::register,
                WskFunction.WskCaptureProviderNPI, this::capture,
                WskFunction.WskReleaseProviderNPI, this::release,
                WskFunction.WskQueryProviderCharacteristics, this::query,
                WskFunction.WskDeregister, this::deregister);
    }

    private void register(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        int wanted = Wsk.makeWskVersion(version.major(), version.minor());
        WskClientDispatch dispatch = new WskClientDispatch(wanted, reserved(arguments));
        call.returned(provider.wskRegister(
                new WskClientNpi(null, dispatch), registration(arguments).block()));
    }

    /** WskClientNpi describes the WSK_CLIENT_DISPATCH by what is odd about it. */
    private static int reserved(ArgumentReader arguments) throws ArgumentProblemException {
        ArgumentValue npi = arguments.value("WskClientNpi").orElse(null);
        if (npi == null) {
            return 0;
        }
        if (npi instanceof ArgumentValue.Fields fields) {
            return (int) new StructureReader("WskClientNpi", fields, arguments)
                    .allow("Reserved")
                    .number("Reserved", 0);
        }
        throw new ArgumentProblemException(
                npi.position(), "WskClientNpi is no structure", "for example { Reserved: 1 }");
    }

    private void capture(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        long timeout = arguments.number("WaitTimeout", Wsk.WSK_INFINITE_WAIT);
        DriverRegistration registration = registration(arguments);
        provider.wskCaptureProviderNpi(registration.block(), timeout, registration.npi(), call::returned);
    }

    private void release(PlayedCall call, ArgumentReader arguments) {
        provider.wskReleaseProviderNpi(registration(arguments).block());
        call.returned(null);
    }

    private void query(PlayedCall call, ArgumentReader arguments) {
        Variable<WskProviderCharacteristics> range = new Variable<>();
        call.keepOutput("WskProviderCharacteristics", range);
        call.returned(
                provider.wskQueryProviderCharacteristics(registration(arguments).block(), range));
    }

    private void deregister(PlayedCall call, ArgumentReader arguments) {
        provider.wskDeregister(registration(arguments).block(), () -> call.returned(null));
    }

    /** The registration that the step names, or the driver's own. */
    private DriverRegistration registration(ArgumentReader arguments) {
        return driver.registration(arguments.name("WskRegistration"));
    }
}
