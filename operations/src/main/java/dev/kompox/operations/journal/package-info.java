/** The journal of an operation: records, their lines, the file, the directory that keeps them. */
@NullMarked
package dev.kompox.operations.journal;

import org.jspecify.annotations.NullMarked;
