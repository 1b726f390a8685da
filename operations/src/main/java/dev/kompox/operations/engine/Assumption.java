package dev.kompox.operations.engine;

/**
 * State what a plan was made for.
 *
 * @param fact the name of a fact, as {@link Facts} knows it
 * @param value what it was when the plan was made
 * @param throughout whether it must hold until the operation ends; otherwise only until its first
 *     effect
 */
public record Assumption(String fact, String value, boolean throughout) {}
