/** How logs are read, told in order, and followed. */
@NullMarked
package dev.kompox.kubernetes.log;

import org.jspecify.annotations.NullMarked;
