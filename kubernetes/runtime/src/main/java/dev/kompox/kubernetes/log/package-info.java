/**
 * What the containers of an app's pods have written and write, told as {@code docker compose} does.
 */
@NullMarked
package dev.kompox.kubernetes.log;

import org.jspecify.annotations.NullMarked;
