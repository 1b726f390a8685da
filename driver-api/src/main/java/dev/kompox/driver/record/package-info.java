/** The ownership record of an app and its compare-and-swap. */
@NullMarked
package dev.kompox.driver.record;

import org.jspecify.annotations.NullMarked;
