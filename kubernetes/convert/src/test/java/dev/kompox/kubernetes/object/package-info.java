/** Tests of objects as data. */
@NullMarked
package dev.kompox.kubernetes.object;

import org.jspecify.annotations.NullMarked;
