/**
 * What moves and compares the content of disks: today the manifests by which two trees are proven
 * equal.
 *
 * <p>Knows no provider and starts no program; it reads what helpers write. See {@code
 * docs/reference/tree-manifest.md}.
 */
@NullMarked
package dev.kompox.transfer;

import org.jspecify.annotations.NullMarked;
