/** The terminal: streams, width, colours, questions, Ctrl-C. */
@NullMarked
package dev.kompox.cli.terminal;

import org.jspecify.annotations.NullMarked;
