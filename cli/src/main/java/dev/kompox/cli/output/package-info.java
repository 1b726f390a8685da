/** Answers as tables, JSON, YAML and names; words for times, sizes and durations. */
@NullMarked
package dev.kompox.cli.output;

import org.jspecify.annotations.NullMarked;
