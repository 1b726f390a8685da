/** Commands for restore points. */
@NullMarked
package dev.kompox.cli.snapshot;

import org.jspecify.annotations.NullMarked;
