/**
 * A thin client of the Docker Engine API: HTTP/1.1 over a Unix socket, TCP, TLS or ssh; typed
 * answers.
 */
@NullMarked
package dev.kompox.driver.docker.engine;

import org.jspecify.annotations.NullMarked;
