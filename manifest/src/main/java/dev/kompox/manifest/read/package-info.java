/** Reading KOM documents from YAML: strictly, with every problem at its place. */
@NullMarked
package dev.kompox.manifest.read;

import org.jspecify.annotations.NullMarked;
