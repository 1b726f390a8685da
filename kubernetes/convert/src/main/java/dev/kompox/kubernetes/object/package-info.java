/** Kubernetes objects as plain data. */
@NullMarked
package dev.kompox.kubernetes.object;

import org.jspecify.annotations.NullMarked;
