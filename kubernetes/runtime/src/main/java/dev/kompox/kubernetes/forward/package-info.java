/** Ways from an address of this machine to a port of a pod. */
@NullMarked
package dev.kompox.kubernetes.forward;

import org.jspecify.annotations.NullMarked;
