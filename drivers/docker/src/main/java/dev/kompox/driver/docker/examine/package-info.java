/** What {@code kompox doctor} asks about an engine and about docker compose. */
@NullMarked
package dev.kompox.driver.docker.examine;

import org.jspecify.annotations.NullMarked;
