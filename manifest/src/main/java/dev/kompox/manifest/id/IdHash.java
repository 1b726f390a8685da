package dev.kompox.manifest.id;

import dev.kompox.manifest.hash.ShortHash;

/** Hash ids of resources: their names joined by {@code :}. */
public final class IdHash {

    private IdHash() {}

    /** Hash a workspace. */
    public static ShortHash of(WorkspaceId id) {
        return ShortHash.of(id.workspace());
    }

    /** Hash a provider in its workspace. */
    public static ShortHash of(ProviderId id) {
        return joined(id.workspace(), id.provider());
    }

    /** Hash a cluster of a provider. */
    public static ShortHash of(ClusterId id) {
        return joined(id.workspace(), id.provider(), id.cluster());
    }

    /**
     * Hash an app without its cluster: the same on every cluster of the provider, so that disks are
     * found again when the app moves.
     */
    public static ShortHash ofApp(AppId id) {
        return joined(id.workspace(), id.provider(), id.app());
    }

    /** Hash an app on its cluster. */
    public static ShortHash ofInstance(AppId id) {
        return joined(id.workspace(), id.provider(), id.cluster(), id.app());
    }

    /**
     * Hash a disk's handle.
     *
     * @param handle what the provider knows the disk by
     */
    public static ShortHash ofHandle(String handle) {
        return ShortHash.of(handle);
    }

    private static ShortHash joined(String... names) {
        return ShortHash.of(String.join(":", names));
    }
}
