/** Collecting problems with their places, and finding the name that was meant. */
@NullMarked
package dev.kompox.compose.diagnose;

import org.jspecify.annotations.NullMarked;
