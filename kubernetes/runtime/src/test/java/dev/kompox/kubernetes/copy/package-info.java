/** What is copied where, and that it arrives as it was. */
@NullMarked
package dev.kompox.kubernetes.copy;

import org.jspecify.annotations.NullMarked;
