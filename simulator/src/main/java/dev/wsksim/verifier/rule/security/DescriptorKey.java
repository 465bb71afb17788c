package dev.wsksim.verifier.rule.security;

import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.control.DescriptorEvent;

/** Which cached descriptor: numbers are counted per client. */
record DescriptorKey(int client, int descriptor) {

    static DescriptorKey of(DescriptorEvent event) {
        return new DescriptorKey(event.client(), event.descriptor());
    }

    static DescriptorKey of(CallSubject subject) {
        return new DescriptorKey(subject.client(), subject.descriptor());
    }
}
