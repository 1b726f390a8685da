/** The app that a directory, its Compose files and its App document describe. */
@NullMarked
package dev.kompox.operations.app;

import org.jspecify.annotations.NullMarked;
