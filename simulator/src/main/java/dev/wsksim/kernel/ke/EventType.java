package dev.wsksim.kernel.ke;

/** What an event does when it is set while threads wait for it. Source: nf-wdm-keinitializeevent, event-objects. */
public enum EventType {
    /** All waiting threads go on, and the event stays signalled until it is reset. */
    NotificationEvent,
    /** One waiting thread goes on, and the event is not signalled any more. */
    SynchronizationEvent
}
