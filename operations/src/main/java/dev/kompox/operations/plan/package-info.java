/**
 * The operations of an app: what was observed, and pure functions from what is wanted and what was
 * observed to a plan.
 *
 * <p>Nothing here calls a provider except {@link dev.kompox.operations.plan.Observer}; the same
 * wish and the same observation give the same plan to the letter.
 */
@NullMarked
package dev.kompox.operations.plan;

import org.jspecify.annotations.NullMarked;
