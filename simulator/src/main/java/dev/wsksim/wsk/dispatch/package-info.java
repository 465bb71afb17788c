/** The dispatch tables, one class per C structure; thin, they only start the call. */
@NullMarked
package dev.wsksim.wsk.dispatch;

import org.jspecify.annotations.NullMarked;
