/** Commands for operations that were run or cut off. */
@NullMarked
package dev.kompox.cli.operation;

import org.jspecify.annotations.NullMarked;
