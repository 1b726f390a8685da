/**
 * A simulated provider: one place in memory, with a time of its own and faults on request.
 *
 * <p>What is there ({@code LabWorld}) outlives those who work with it ({@code LabDriver}), so that
 * a test can kill a process and look at, or go on with, what it left. No clock of the machine, no
 * randomness, no file and no socket may enter, and nothing that only one other module needs.
 */
@NullMarked
package dev.kompox.lab;

import org.jspecify.annotations.NullMarked;
