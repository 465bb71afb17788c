package dev.wsksim.kernel.se;

/** Whether a request is judged as the kernel's own or as coming from user mode (KPROCESSOR_MODE). */
public enum ProcessorMode {
    KERNEL_MODE("KernelMode"),
    USER_MODE("UserMode");

    private final String windowsName;

    ProcessorMode(String windowsName) {
        this.windowsName = windowsName;
    }

    /** Returns the name of the C constant. */
    @Override
    public String toString() {
        return windowsName;
    }
}
