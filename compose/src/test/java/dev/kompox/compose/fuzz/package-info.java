/** What a fuzzer calls with input of its own making; see {@code compose/fuzz}. */
@NullMarked
package dev.kompox.compose.fuzz;

import org.jspecify.annotations.NullMarked;
