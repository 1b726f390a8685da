/** Showing a plan, asking, running it, and reporting how it ended. */
@NullMarked
package dev.kompox.cli.act;

import org.jspecify.annotations.NullMarked;
