/** Images put onto the nodes of a cluster, and read from them, without a registry. */
@NullMarked
package dev.kompox.driver.csi.image;

import org.jspecify.annotations.NullMarked;
