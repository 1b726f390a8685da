/** Places: where a disk or a snapshot is, and where a disk can be made from it. */
@NullMarked
package dev.kompox.driver.place;

import org.jspecify.annotations.NullMarked;
