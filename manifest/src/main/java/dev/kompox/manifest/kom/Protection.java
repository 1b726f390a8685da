package dev.kompox.manifest.kom;

/**
 * Say what must not be done to a cluster.
 *
 * @param provisioning guards the cluster itself
 * @param installation guards what Kompox installs in it
 */
public record Protection(ProtectionLevel provisioning, ProtectionLevel installation) {

    /** Everything may be done. */
    public static final Protection NONE =
            new Protection(ProtectionLevel.NONE, ProtectionLevel.NONE);
}
