/** Sudden death at every record of a journal, on the real engine. */
@NullMarked
package dev.kompox.e2e.kill;

import org.jspecify.annotations.NullMarked;
