/** Checks of names and pods. */
@NullMarked
package dev.kompox.driver.csi.run;

import org.jspecify.annotations.NullMarked;
