/** Printing a project as {@code docker compose config} does, as YAML and as JSON. */
@NullMarked
package dev.kompox.compose.render;

import org.jspecify.annotations.NullMarked;
