/**
 * KOM documents: what Kompox may be told about workspaces, providers, clusters, apps and boxes.
 *
 * <p>Reads them strictly, gives resources their ids and the hashes that names are derived from, and
 * keeps every file inside the boundary it was given. Knows no provider, starts nothing, writes
 * nothing; of the compose module it sees the YAML reader and the way problems are told (ADR 4).
 */
@NullMarked
package dev.kompox.manifest;

import org.jspecify.annotations.NullMarked;
