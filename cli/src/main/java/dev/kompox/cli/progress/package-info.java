/** What happens during an operation, rendered as it happens. */
@NullMarked
package dev.kompox.cli.progress;

import org.jspecify.annotations.NullMarked;
