package dev.kompox.compose.model;

/** Say what a service mounts. */
public sealed interface Mount {
    /** A named volume. */
    record VolumeMount(String volume, String target, boolean readOnly) implements Mount {}
}
