/** Programs in pods, with streams that keep back-pressure in both directions and the exit code. */
@NullMarked
package dev.kompox.kubernetes.exec;

import org.jspecify.annotations.NullMarked;
