@NullMarked
package dev.kompox.compose;

import org.jspecify.annotations.NullMarked;
