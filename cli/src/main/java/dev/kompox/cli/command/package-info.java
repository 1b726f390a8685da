/** What a command is: its description, its parsed arguments, one call of it, what it works with. */
@NullMarked
package dev.kompox.cli.command;

import org.jspecify.annotations.NullMarked;
