/** Namespaces, claims and volumes of apps, as a cluster has them. */
@NullMarked
package dev.kompox.driver.csi.claim;

import org.jspecify.annotations.NullMarked;
