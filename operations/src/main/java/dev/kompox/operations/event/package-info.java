/** What happens during an operation, told as a tree of events. */
@NullMarked
package dev.kompox.operations.event;

import org.jspecify.annotations.NullMarked;
