/** Attachments: who holds a disk, and the proof that nobody does. */
@NullMarked
package dev.kompox.driver.attachment;

import org.jspecify.annotations.NullMarked;
