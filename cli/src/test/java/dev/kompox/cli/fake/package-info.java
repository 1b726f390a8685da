/** An app on a place that is kept in memory, to run commands against. */
@NullMarked
package dev.kompox.cli.fake;

import org.jspecify.annotations.NullMarked;
