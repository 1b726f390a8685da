/** Laying one model over another, and keeping lists free of doubles. */
@NullMarked
package dev.kompox.compose.merge;

import org.jspecify.annotations.NullMarked;
