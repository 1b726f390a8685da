/** A cluster's claims and volumes in memory. */
@NullMarked
package dev.kompox.driver.csi.fake;

import org.jspecify.annotations.NullMarked;
