/** Commands for clusters: which there are, what one of them is like, how it is reached. */
@NullMarked
package dev.kompox.cli.cluster;

import org.jspecify.annotations.NullMarked;
