/** Finding KOM documents: places, levels, limits, and the boundary that no path may leave. */
@NullMarked
package dev.kompox.manifest.load;

import org.jspecify.annotations.NullMarked;
