/** Tests of the engine's client against answers that real engines gave. */
@NullMarked
package dev.kompox.driver.docker.engine;

import org.jspecify.annotations.NullMarked;
