/** The freezing of containers while something copies the volumes they write to. */
@NullMarked
package dev.kompox.driver.docker.freeze;

import org.jspecify.annotations.NullMarked;
