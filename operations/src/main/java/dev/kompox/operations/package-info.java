/**
 * Everything that changes the world: plans, and the engine that shows, runs, journals, resumes and
 * undoes them.
 *
 * <p>{@code engine} knows neither a provider nor an app; {@code plan} holds the operations of an
 * app, {@code app} finds it. Providers are reached through {@code driver-api} only. Nothing here
 * prints, asks, or assumes a terminal; what happens is told as events.
 */
@NullMarked
package dev.kompox.operations;

import org.jspecify.annotations.NullMarked;
