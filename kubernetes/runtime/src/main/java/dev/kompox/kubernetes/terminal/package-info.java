/** Programs in pods that are used from the terminal of this process. */
@NullMarked
package dev.kompox.kubernetes.terminal;

import org.jspecify.annotations.NullMarked;
