/** Completion of what is being typed. */
@NullMarked
package dev.kompox.cli.complete;

import org.jspecify.annotations.NullMarked;
