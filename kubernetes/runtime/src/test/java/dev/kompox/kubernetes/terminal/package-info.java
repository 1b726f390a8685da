/** How a terminal is passed on, and given back. */
@NullMarked
package dev.kompox.kubernetes.terminal;

import org.jspecify.annotations.NullMarked;
