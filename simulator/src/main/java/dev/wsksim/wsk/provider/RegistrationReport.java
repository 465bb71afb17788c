package dev.wsksim.wsk.provider;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import dev.wsksim.wsk.client.WskClient;

/** Reports to the trace what happens in the registration functions, none of which takes an IRP. */
final class RegistrationReport {

    private final WskEnvironment environment;

    RegistrationReport(WskEnvironment environment) {
        this.environment = environment;
    }

    /** Reports the entry of a function, and stops with a bug check when the IRQL is above the limit. */
    void enter(WskFunction function, Irql limit, WskRegistration registration, ImmutableMap<String, String> others) {
        if (environment.trace().isActive()) {
            environment
                    .trace()
                    .emit(new WskCallEntered(
                            function,
                            0,
                            environment.processor().currentThread().name(),
                            environment.processor().currentIrql(),
                            ImmutableMap.<String, String>builder()
                                    .put("WskRegistration", registrationText(registration))
                                    .putAll(others)
                                    .buildOrThrow(),
                            CallSubject.NONE));
        }
        environment.processor().requireAtMost(limit, function.name(), function.page());
    }

    /** Reports a block that was never filled. */
    void requireRegistered(WskFunction function, WskRegistration registration) {
        if (registration.state() == WskRegistration.State.BLANK) {
            misused(
                    function,
                    RegistrationMisused.Misuse.NOT_REGISTERED,
                    registration,
                    "the block was never filled by WskRegister");
        }
    }

    /** Reports a misuse. */
    void misused(WskFunction function, RegistrationMisused.Misuse misuse, WskRegistration registration, String what) {
        if (environment.trace().isActive()) {
            environment.trace().emit(new RegistrationMisused(function, misuse, registration.number(), what));
        }
    }

    /** Reports how far the registration has got. */
    void changed(RegistrationEvent.Change change, WskRegistration registration) {
        if (environment.trace().isActive()) {
            WskClient client = registration.client();
            int captures = client == null ? 0 : client.captures();
            int number = client == null ? 0 : client.number();
            environment.trace().emit(new RegistrationEvent(change, registration.number(), number, captures));
        }
    }

    /** Reports what a function returns, and returns it. */
    NtStatus returned(WskFunction function, NtStatus status) {
        if (environment.trace().isActive()) {
            environment.trace().emit(new WskCallReturned(function, 0, status));
        }
        return status;
    }

    /** Reports that a function of type VOID returns. */
    void returnedVoid(WskFunction function) {
        if (environment.trace().isActive()) {
            environment.trace().emit(new WskCallReturned(function, 0, null));
        }
    }

    private static String registrationText(WskRegistration registration) {
        return registration.number() == 0 ? "blank" : "registration " + registration.number();
    }
}
