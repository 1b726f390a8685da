/** Giving every value its final form: numbers, sizes, durations, words of a command. */
@NullMarked
package dev.kompox.compose.bind;

import org.jspecify.annotations.NullMarked;
