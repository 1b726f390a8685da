package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.ResourceId;

/** Hold a KOM document that describes something with an id. */
public sealed interface KomResource extends KomDocument
        permits Workspace, Provider, Cluster, App, Box {

    /** Give its id; the last name of it is the document's {@code metadata.name}. */
    ResourceId id();
}
