/** Snapshots: images of disks at one point in time, and the restore points they form. */
@NullMarked
package dev.kompox.driver.snapshot;

import org.jspecify.annotations.NullMarked;
