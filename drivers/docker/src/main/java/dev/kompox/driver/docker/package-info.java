/**
 * Everything on a Docker Engine: an app's instances are what the user's own {@code docker compose}
 * makes, its disks and snapshots are volumes beside those that compose made.
 *
 * <p>Only this module speaks to an engine. It decides nothing: no retry, no plan, no output for
 * people. See {@code drivers/docker/README.md}, ADR 1 and ADR 2.
 */
@NullMarked
package dev.kompox.driver.docker;

import org.jspecify.annotations.NullMarked;
