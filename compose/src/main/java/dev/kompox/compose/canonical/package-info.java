/** Writing short forms out, adding defaults, making paths absolute. */
@NullMarked
package dev.kompox.compose.canonical;

import org.jspecify.annotations.NullMarked;
