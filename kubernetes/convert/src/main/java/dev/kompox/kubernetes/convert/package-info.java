/** A Compose project as Kubernetes objects, with a report of what became of every key. */
@NullMarked
package dev.kompox.kubernetes.convert;

import org.jspecify.annotations.NullMarked;
