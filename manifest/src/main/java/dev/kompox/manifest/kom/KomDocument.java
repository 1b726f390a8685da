package dev.kompox.manifest.kom;

/** Hold one KOM document ({@code apiVersion: ops.kompox.dev/v1alpha1}). Immutable. */
public sealed interface KomDocument permits KomResource, Defaults {

    /** Give its kind. */
    Kind kind();

    /** Give what every document has. */
    Header header();
}
