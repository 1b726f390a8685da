/** Tests of the driver against a real engine, and of its parts without one. */
@NullMarked
package dev.kompox.driver.docker;

import org.jspecify.annotations.NullMarked;
