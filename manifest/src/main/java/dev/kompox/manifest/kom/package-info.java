/** The KOM documents as values: what they may say, checked when they are made. */
@NullMarked
package dev.kompox.manifest.kom;

import org.jspecify.annotations.NullMarked;
