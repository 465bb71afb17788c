/** Buffers and indications: what data is handed over in. */
@NullMarked
package dev.wsksim.wsk.data;

import org.jspecify.annotations.NullMarked;
