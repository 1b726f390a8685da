/** Fixed programs run beside a disk or snapshot, with streams. */
@NullMarked
package dev.kompox.driver.bytes;

import org.jspecify.annotations.NullMarked;
