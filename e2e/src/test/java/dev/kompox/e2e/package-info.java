/**
 * Tests of the installed program against real things: a Docker Engine, docker compose, PostgreSQL,
 * real filesystems.
 *
 * <p>Every test plays a user: it runs {@code kompox} as a process, reads what it prints, and
 * compares data with tools that nobody here wrote. What a test starts is called {@code
 * kompoxtest…}, so that {@code ./test clean} finds it.
 */
@NullMarked
package dev.kompox.e2e;

import org.jspecify.annotations.NullMarked;
