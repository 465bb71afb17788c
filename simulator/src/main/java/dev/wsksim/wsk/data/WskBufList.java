package dev.wsksim.wsk.data;

import org.jspecify.annotations.Nullable;

/**
 * WSK_BUF_LIST: one entry of a list of datagrams for WskSendMessages.
 *
 * <p>Source: ns-wsk-wsk_buf_list, Windows 8 and later.
 *
 * @param next {@code Next}; null for the last entry
 * @param buffer {@code Buffer}: one datagram
 */
public record WskBufList(@Nullable WskBufList next, WskBuf buffer) {}
