package dev.wsksim.junit5;

import com.google.common.collect.ImmutableList;
import dev.wsksim.junit5.driver.DriverParameters;
import dev.wsksim.junit5.extension.StandardParameters;
import dev.wsksim.junit5.extension.TestParameter;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Optional;

/** Knows every type of parameter that tests can have; a package that has more of them adds them here. */
final class TestParameters {
    private static final ImmutableList<TestParameter<?>> ALL = ImmutableList.<TestParameter<?>>builder()
            .addAll(StandardParameters.all())
            .addAll(DriverParameters.all())
            .build();

    private TestParameters() {}

    /** Returns every type. */
    static ImmutableList<TestParameter<?>> all() {
        return ALL;
    }

    /** Returns what makes arguments for a parameter; a path that is annotated is somebody else's, such as {@code @TempDir}. */
    static Optional<TestParameter<?>> of(Parameter parameter) {
        boolean foreign = parameter.getType() == Path.class && parameter.getAnnotations().length > 0;
        return ALL.stream()
                .filter(known -> !foreign && known.type() == parameter.getType())
                .findFirst();
    }
}
