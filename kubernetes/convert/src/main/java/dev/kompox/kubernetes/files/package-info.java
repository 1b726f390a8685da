/** What a project takes from the machine that it is loaded on, read for the conversion. */
@NullMarked
package dev.kompox.kubernetes.files;

import org.jspecify.annotations.NullMarked;
