/** The one table of every key of the Compose Specification: types, merge rules, short forms. */
@NullMarked
package dev.kompox.compose.schema;

import org.jspecify.annotations.NullMarked;
