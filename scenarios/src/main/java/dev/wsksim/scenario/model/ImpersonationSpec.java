package dev.wsksim.scenario.model;

/**
 * An impersonation token in effect on a thread.
 *
 * @param token the client's token
 * @param level how far the server may act as the client
 * @param position where it is written
 */
public record ImpersonationSpec(TokenSpec token, ImpersonationLevel level, SourcePosition position) {}
