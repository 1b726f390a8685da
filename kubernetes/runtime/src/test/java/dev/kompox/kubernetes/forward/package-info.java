/** How connections are passed on to pods. */
@NullMarked
package dev.kompox.kubernetes.forward;

import org.jspecify.annotations.NullMarked;
