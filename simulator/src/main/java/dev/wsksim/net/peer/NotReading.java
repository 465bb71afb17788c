package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.TcpUser;

/** Plays {@link Behaviour.NeverReads}, which takes no notice of anything. */
final class NotReading implements TcpUser {}
