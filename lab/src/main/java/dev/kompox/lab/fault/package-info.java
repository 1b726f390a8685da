/** What goes wrong on request: lost answers, refusals, and the death of the process. */
@NullMarked
package dev.kompox.lab.fault;

import org.jspecify.annotations.NullMarked;
