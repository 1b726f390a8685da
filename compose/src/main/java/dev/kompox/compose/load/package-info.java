/** The stages of loading, from files to a project. */
@NullMarked
package dev.kompox.compose.load;

import org.jspecify.annotations.NullMarked;
