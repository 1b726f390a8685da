/** Short hashes and time-ordered ids that names of real things are derived from. */
@NullMarked
package dev.kompox.manifest.hash;

import org.jspecify.annotations.NullMarked;
