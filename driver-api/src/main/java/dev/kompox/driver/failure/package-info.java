/** Failures of a provider, each with the one category that decides what may follow. */
@NullMarked
package dev.kompox.driver.failure;

import org.jspecify.annotations.NullMarked;
