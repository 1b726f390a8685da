/** Helper pods: programs beside disks. */
@NullMarked
package dev.kompox.driver.csi.helper;

import org.jspecify.annotations.NullMarked;
