/** Tests of what moves and compares content. */
@NullMarked
package dev.kompox.transfer;

import org.jspecify.annotations.NullMarked;
