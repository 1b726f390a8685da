/** The running of an app: what is there, start, stop, freeze, logs, exec. */
@NullMarked
package dev.kompox.driver.runtime;

import org.jspecify.annotations.NullMarked;
