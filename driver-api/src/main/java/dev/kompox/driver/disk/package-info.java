/** Disks: one physical instance of an app's volume in one place. */
@NullMarked
package dev.kompox.driver.disk;

import org.jspecify.annotations.NullMarked;
