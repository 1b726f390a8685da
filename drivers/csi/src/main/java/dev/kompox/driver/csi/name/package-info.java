/** What Kompox's things in a cluster are called, and what they bear. */
@NullMarked
package dev.kompox.driver.csi.name;

import org.jspecify.annotations.NullMarked;
