/** Commands for disks. */
@NullMarked
package dev.kompox.cli.disk;

import org.jspecify.annotations.NullMarked;
