/** Errors and refusals, rendered with their exit codes. */
@NullMarked
package dev.kompox.cli.failure;

import org.jspecify.annotations.NullMarked;
