/** Variables: substitution in texts, environment files, and where values come from. */
@NullMarked
package dev.kompox.compose.variables;

import org.jspecify.annotations.NullMarked;
