/** What tests of this module share: a namespace on a real cluster, and a server that plays one. */
@NullMarked
package dev.kompox.kubernetes.kit;

import org.jspecify.annotations.NullMarked;
