/** Tests of reading files for the conversion. */
@NullMarked
package dev.kompox.kubernetes.files;

import org.jspecify.annotations.NullMarked;
