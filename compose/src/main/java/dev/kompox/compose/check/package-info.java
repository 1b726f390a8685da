/** Telling whether a model keeps the rules of the Compose Specification. */
@NullMarked
package dev.kompox.compose.check;

import org.jspecify.annotations.NullMarked;
