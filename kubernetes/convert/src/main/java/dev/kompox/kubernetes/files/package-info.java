/** What a project takes from this machine, read for the conversion. */
@NullMarked
package dev.kompox.kubernetes.files;

import org.jspecify.annotations.NullMarked;
