/** Socket objects: what WSK_SOCKET stands for inside the provider. */
@NullMarked
package dev.wsksim.wsk.socket;

import org.jspecify.annotations.NullMarked;
