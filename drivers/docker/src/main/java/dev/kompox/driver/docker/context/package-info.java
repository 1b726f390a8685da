/**
 * Which Docker Engine is meant: {@code DOCKER_HOST}, contexts, the default socket; as the docker
 * command line decides.
 */
@NullMarked
package dev.kompox.driver.docker.context;

import org.jspecify.annotations.NullMarked;
