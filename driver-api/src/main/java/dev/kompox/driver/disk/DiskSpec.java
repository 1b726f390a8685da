package dev.kompox.driver.disk;

import dev.kompox.driver.place.Location;
import org.jspecify.annotations.Nullable;

/**
 * Describe a disk that should exist.
 *
 * @param ref whose, of which volume, under which name
 * @param size the least size; null leaves it to the source or, for a blank disk, to the driver's
 *     default
 * @param location where
 * @param storageClass the provider's kind of disk; null for its default
 * @param source what it holds at first
 */
public record DiskSpec(
        DiskRef ref,
        @Nullable ByteSize size,
        Location location,
        @Nullable String storageClass,
        Source source) {}
