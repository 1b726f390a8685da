/** Bring files of other machines here (Compose Specification, "include"). */
@NullMarked
package dev.kompox.compose.remote;

import org.jspecify.annotations.NullMarked;
