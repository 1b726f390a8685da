/** Commands for an app: up, down, start, stop, ps, logs and the like. */
@NullMarked
package dev.kompox.cli.app;

import org.jspecify.annotations.NullMarked;
