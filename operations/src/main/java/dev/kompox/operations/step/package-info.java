/**
 * The steps that operations of an app are made of: one small class a type, each idempotent, each
 * able to tell from the world whether it has happened, each with its undo.
 */
@NullMarked
package dev.kompox.operations.step;

import org.jspecify.annotations.NullMarked;
