/**
 * The commands: parse what was typed, call {@code operations}, render what happened.
 *
 * <p>This is the only room that prints, asks, knows a terminal, or sees picocli. No rule about
 * apps, disks or snapshots may enter: a command that needs one calls {@code operations}. A command
 * loads only what it needs, since start-up is a feature.
 */
@NullMarked
package dev.kompox.cli;

import org.jspecify.annotations.NullMarked;
