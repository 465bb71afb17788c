package dev.wsksim.net.host;

/** Is told when the interfaces of a host or their addresses change. */
@FunctionalInterface
public interface InterfaceListener {

    /** Takes notice of a change that has just been made; called from the loop, in the order of the changes. */
    void interfaceChanged(InterfaceChange change);
}
