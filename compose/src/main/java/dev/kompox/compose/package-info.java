/**
 * Reads Docker Compose files exactly as {@code docker compose} does and gives back a canonical
 * project in which every node still knows its file, line and column.
 *
 * <p>Nothing about Kubernetes, disks or Kompox may enter: this is a library that others can use
 * alone. It depends on snakeyaml-engine and JSpecify only, starts no process and opens no socket.
 */
@NullMarked
package dev.kompox.compose;

import org.jspecify.annotations.NullMarked;
