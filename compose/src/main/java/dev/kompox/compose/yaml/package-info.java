/**
 * Located YAML: nodes that remember where they stand, and a reader that is safe on hostile input.
 *
 * <p>Knows nothing of Compose; documents of any other kind may be read with it.
 */
@NullMarked
package dev.kompox.compose.yaml;

import org.jspecify.annotations.NullMarked;
