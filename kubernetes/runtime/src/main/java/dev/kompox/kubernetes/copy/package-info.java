/** Files copied between this machine and containers, by the rules of {@code docker compose cp}. */
@NullMarked
package dev.kompox.kubernetes.copy;

import org.jspecify.annotations.NullMarked;
