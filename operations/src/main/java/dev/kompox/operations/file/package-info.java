/** Files that people are given: whole or not at all, and readable by whom they are meant for. */
@NullMarked
package dev.kompox.operations.file;

import org.jspecify.annotations.NullMarked;
