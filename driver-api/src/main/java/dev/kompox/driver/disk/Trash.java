package dev.kompox.driver.disk;

import java.time.Instant;

/**
 * Say that a disk was deleted and until when it can come back.
 *
 * @param since when it was deleted
 * @param until when it may be removed for good
 * @param by the operation of the {@link dev.kompox.driver.call.Token} that deleted it; the disks
 *     that one operation replaced are found by it when that operation is to be undone
 */
public record Trash(Instant since, Instant until, String by) {}
