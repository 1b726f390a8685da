/** The table of explanations of keys, fields and error codes. */
@NullMarked
package dev.kompox.cli.explain;

import org.jspecify.annotations.NullMarked;
