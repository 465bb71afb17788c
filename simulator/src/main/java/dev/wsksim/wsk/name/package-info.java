/** What name resolution through WSK passes around: strings, address lists and who owns them. */
@NullMarked
package dev.wsksim.wsk.name;

import org.jspecify.annotations.NullMarked;
