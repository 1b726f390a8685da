/** File trees in memory: what a disk or a snapshot holds, its manifest and its archive. */
@NullMarked
package dev.kompox.lab.tree;

import org.jspecify.annotations.NullMarked;
