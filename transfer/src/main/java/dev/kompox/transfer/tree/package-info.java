/** Trees moved from one place to another, in rounds, and compared. */
@NullMarked
package dev.kompox.transfer.tree;

import org.jspecify.annotations.NullMarked;
