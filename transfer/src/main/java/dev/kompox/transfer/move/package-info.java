/** Trees and images moved from one place to another; trees in rounds, and compared. */
@NullMarked
package dev.kompox.transfer.move;

import org.jspecify.annotations.NullMarked;
