package dev.wsksim.junit5.driver;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that fills something besides IoStatus: an address, a buffer.
 *
 * @param <T> what it fills, as Java has it
 */
public final class OutputRequest<T> extends Request {

    private @Nullable T output;

    OutputRequest(Driver driver, String function, Irp irp, boolean ownsIrp, Supplier<@Nullable T> read) {
        super(driver, function, irp, ownsIrp);
        whenCompleted(() -> output = read.get());
    }

    /** Returns what the completed call has filled. */
    public T output() {
        requireCompleted();
        T value = output;
        if (value == null) {
            throw new AssertionError(this + "; it filled nothing");
        }
        return value;
    }

    @Override
    public OutputRequest<T> await() {
        super.await();
        return this;
    }

    @Override
    public OutputRequest<T> await(String atMost) {
        super.await(atMost);
        return this;
    }

    @Override
    public OutputRequest<T> succeeds() {
        super.succeeds();
        return this;
    }

    @Override
    public OutputRequest<T> endsWith(NtStatus expected) {
        super.endsWith(expected);
        return this;
    }
}
