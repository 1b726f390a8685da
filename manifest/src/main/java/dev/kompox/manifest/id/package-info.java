/** Ids of resources, and the hashes that names are derived from. */
@NullMarked
package dev.kompox.manifest.id;

import org.jspecify.annotations.NullMarked;
