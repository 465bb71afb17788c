package dev.wsksim.verifier.rule;

import com.google.common.collect.Iterables;
import dev.wsksim.verifier.RuleBook;
import dev.wsksim.verifier.rule.call.CallRules;
import dev.wsksim.verifier.rule.control.ControlRules;
import dev.wsksim.verifier.rule.data.DataRules;
import dev.wsksim.verifier.rule.datagram.DatagramRules;
import dev.wsksim.verifier.rule.event.EventRules;
import dev.wsksim.verifier.rule.irp.IrpRules;
import dev.wsksim.verifier.rule.listen.ListenRules;
import dev.wsksim.verifier.rule.memory.MemoryRules;
import dev.wsksim.verifier.rule.name.NameRules;
import dev.wsksim.verifier.rule.registration.RegistrationRules;
import dev.wsksim.verifier.rule.security.DescriptorRules;
import dev.wsksim.verifier.rule.socket.SocketRules;

/** The book of all rules. */
public final class StandardRules {

    private static final RuleBook BOOK = RuleBook.of(Iterables.concat(
            Iterables.concat(CallRules.ALL, ControlRules.ALL, DatagramRules.ALL, IrpRules.ALL),
            Iterables.concat(DescriptorRules.ALL, RegistrationRules.ALL, SocketRules.ALL, NameRules.ALL),
            Iterables.concat(DataRules.ALL, EventRules.ALL, ListenRules.ALL, MemoryRules.ALL)));

    private StandardRules() {}

    /** Returns the book, ordered by theme. */
    public static RuleBook book() {
        return BOOK;
    }
}
