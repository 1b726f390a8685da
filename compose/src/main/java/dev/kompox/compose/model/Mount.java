package dev.kompox.compose.model;

import org.jspecify.annotations.Nullable;

/**
 * Say what a service mounts and where (Compose Specification, "services.volumes" and
 * "services.tmpfs").
 */
public sealed interface Mount {

    /** Give the absolute path inside the container. */
    String target();

    /** Say whether the container may not write. */
    boolean readOnly();

    /**
     * Mount a named volume.
     *
     * @param volume the key of a top-level volume
     * @param target the path inside the container
     * @param readOnly whether the container may not write
     * @param subpath the directory inside the volume, or null for its root
     * @param nocopy whether an empty volume stays empty instead of being filled from the image
     */
    record VolumeMount(
            String volume,
            String target,
            boolean readOnly,
            @Nullable String subpath,
            boolean nocopy)
            implements Mount {}

    /**
     * Mount a path of the host.
     *
     * @param source the absolute path on the host
     * @param target the path inside the container
     * @param readOnly whether the container may not write
     * @param createHostPath whether a missing source is created as a directory
     * @param propagation the mount propagation, or null for the engine's default
     * @param selinux the SELinux label option {@code z} or {@code Z}, or null
     */
    record BindMount(
            String source,
            String target,
            boolean readOnly,
            boolean createHostPath,
            @Nullable String propagation,
            @Nullable String selinux)
            implements Mount {}

    /**
     * Mount memory.
     *
     * @param target the path inside the container
     * @param readOnly whether the container may not write
     * @param sizeBytes the largest size in bytes, 0 for no limit
     */
    record TmpfsMount(String target, boolean readOnly, long sizeBytes) implements Mount {}

    /**
     * Mount a volume without a name, which lives and dies with the container.
     *
     * @param target the path inside the container
     * @param readOnly whether the container may not write
     */
    record AnonymousMount(String target, boolean readOnly) implements Mount {}

    /**
     * Mount something else: an image, a named pipe or a cluster volume.
     *
     * @param type the Compose name of the type
     * @param source what is mounted, or null
     * @param target the path inside the container
     * @param readOnly whether the container may not write
     */
    record OtherMount(String type, @Nullable String source, String target, boolean readOnly)
            implements Mount {}
}
