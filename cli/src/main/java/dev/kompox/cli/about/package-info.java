/** Commands about Kompox itself and its surroundings. */
@NullMarked
package dev.kompox.cli.about;

import org.jspecify.annotations.NullMarked;
