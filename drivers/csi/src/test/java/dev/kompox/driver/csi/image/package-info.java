/** Checks of names and pods. */
@NullMarked
package dev.kompox.driver.csi.image;

import org.jspecify.annotations.NullMarked;
