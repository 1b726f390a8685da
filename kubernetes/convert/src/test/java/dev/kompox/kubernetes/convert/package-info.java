/** Tests of the conversion. */
@NullMarked
package dev.kompox.kubernetes.convert;

import org.jspecify.annotations.NullMarked;
