/**
 * One class per WSK function: the call in flight, which owns parameters, IRP and state from entry to completion.
 *
 * <p>In C the structure WSK_SOCKET and the function WskSocket differ in case only; here the object keeps the name and
 * the function's call is a class of its own.
 */
@NullMarked
package dev.wsksim.wsk.call;

import org.jspecify.annotations.NullMarked;
