/** The Compose model, typed where Kompox needs it; everything else stays a located node. */
@NullMarked
package dev.kompox.compose.model;

import org.jspecify.annotations.NullMarked;
