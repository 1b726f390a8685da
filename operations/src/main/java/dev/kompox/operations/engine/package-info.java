/** The operation engine: plan, runner, rollback, lock. Free of any provider and of any app. */
@NullMarked
package dev.kompox.operations.engine;

import org.jspecify.annotations.NullMarked;
