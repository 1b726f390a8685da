/** Tests of the driver of Kubernetes clusters. */
@NullMarked
package dev.kompox.driver.csi;

import org.jspecify.annotations.NullMarked;
