/**
 * Running an app with the user's own {@code docker compose}, and observing it through the engine.
 */
@NullMarked
package dev.kompox.driver.docker.compose;

import org.jspecify.annotations.NullMarked;
