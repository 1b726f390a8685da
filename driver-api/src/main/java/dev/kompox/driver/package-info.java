/**
 * The wall between Kompox and every provider of clusters, disks and runtimes.
 *
 * <p>Only interfaces, values and the words of their contract live here. A driver implements the
 * facets that its provider has; plans in {@code operations} call them. Nothing here may know a
 * provider, print, retry, choose a name or a size, or depend on anything but {@code compose} and
 * {@code manifest}.
 */
@NullMarked
package dev.kompox.driver;

import org.jspecify.annotations.NullMarked;
