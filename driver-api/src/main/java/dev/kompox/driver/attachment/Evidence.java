package dev.kompox.driver.attachment;

import java.time.Instant;

/**
 * Record one answer that speaks for a disk being free.
 *
 * @param asked who was asked, e.g. {@code "Docker Engine, containers that mount shop_db"}
 * @param said what the answer was, e.g. {@code "none running"}
 * @param at when
 */
public record Evidence(String asked, String said, Instant at) {}
