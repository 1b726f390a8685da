/** Running apps on a cluster: their objects, their one pod, what is seen of it. */
@NullMarked
package dev.kompox.driver.csi.run;

import org.jspecify.annotations.NullMarked;
