package dev.wsksim.kernel;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A bug check (stop code) that a simulated driver can provoke, with the name that Windows shows.
 *
 * <p>Source: bug-check-code-reference2 and the page of each code, such as
 * bug-check-0x44--multiple-irp-complete-requests.
 */
public enum BugCheck {
    IRQL_NOT_LESS_OR_EQUAL(
            0x0000000A, "Kernel code touched pageable or invalid memory at an IRQL that was too high for it."),
    KMODE_EXCEPTION_NOT_HANDLED(0x0000001E, "Kernel code raised an exception that nobody handled."),
    NO_MORE_IRP_STACK_LOCATIONS(
            0x00000035, "An IRP was passed to a lower driver although it had no stack location left for it."),
    MULTIPLE_IRP_COMPLETE_REQUESTS(0x00000044, "An IRP was completed that had been completed before."),
    CANCEL_STATE_IN_COMPLETED_IRP(
            0x00000048, "An IRP was completed while it still had a cancel routine, or was cancelled after completion."),
    IRQL_GT_ZERO_AT_SYSTEM_SERVICE(0x0000004A, "A thread returned to user mode with its IRQL above PASSIVE_LEVEL."),
    PAGE_FAULT_IN_NONPAGED_AREA(0x00000050, "Memory was touched that does not exist, such as freed memory."),
    SYSTEM_THREAD_EXCEPTION_NOT_HANDLED(0x0000007E, "A system thread raised an exception that nobody handled."),
    UNEXPECTED_KERNEL_MODE_TRAP(
            0x0000007F, "The processor trapped in the kernel, such as a double fault when the stack was used up."),
    ATTEMPTED_SWITCH_FROM_DPC(0x000000B8, "Code that ran as a deferred procedure call tried to wait."),
    BAD_POOL_CALLER(0x000000C2, "A pool request made no sense, such as freeing the same block twice."),
    DRIVER_VERIFIER_DETECTED_VIOLATION(0x000000C4, "Driver Verifier found that a driver broke a rule."),
    IRQL_UNEXPECTED_VALUE(
            0x000000C8, "A driver changed the IRQL and did not restore it, so that it was not what it had to be."),
    DRIVER_VERIFIER_IOMANAGER_VIOLATION(0x000000C9, "Driver Verifier found a wrong use of an IRP or the I/O manager."),
    DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS(
            0x000000CE, "A driver was unloaded while something could still call into it."),
    DRIVER_IRQL_NOT_LESS_OR_EQUAL(
            0x000000D1, "A driver touched pageable or invalid memory at an IRQL that was too high for it.");

    private static final ImmutableMap<Integer, BugCheck> BY_CODE =
            Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(BugCheck::code, Function.identity()));

    private static final ImmutableMap<String, BugCheck> BY_NAME =
            Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(BugCheck::name, Function.identity()));

    private final int code;
    private final String meaning;

    BugCheck(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Finds a bug check by the name that Windows shows. */
    public static Optional<BugCheck> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Finds a bug check by its code. */
    public static Optional<BugCheck> byCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Returns the stop code. */
    public int code() {
        return code;
    }

    /** Returns the stop code as the debugger shows it, such as {@code 0xC9}. */
    public String toHex() {
        return String.format(Locale.ROOT, "0x%X", code);
    }

    /** Returns one sentence that says what happened. */
    public String meaning() {
        return meaning;
    }
}
