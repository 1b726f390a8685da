package dev.kompox.driver.csi.name;

import dev.kompox.kubernetes.convert.AppNaming;

/** The labels and annotations of things that are Kompox's. */
public final class Keys {

    /** Annotation: the app's names, {@code WORKSPACE/PROVIDER/CLUSTER/APP}. */
    public static final String APP = AppNaming.APP;

    /** Annotation of the namespace: by which driver the app's provider is reached. */
    public static final String PROVIDER_DRIVER = "kompox.dev/provider-driver";

    /** The value of {@link #PROVIDER_DRIVER}, and the driver's name. */
    public static final String DRIVER = "kube";

    /** Label: the hash of the app on any cluster of its provider. */
    public static final String APP_ID = AppNaming.APP_ID;

    /** Label: who keeps it. */
    public static final String MANAGED_BY = AppNaming.MANAGED_BY;

    /** The value of {@link #MANAGED_BY}. */
    public static final String KOMPOX = AppNaming.KOMPOX;

    /** Label and annotation: a disk's volume. */
    public static final String VOLUME = "kompox.dev/volume";

    /** Label and annotation: a disk's name. */
    public static final String DISK = "kompox.dev/disk";

    /** Label and annotation: the name of a snapshot; what bears it is no disk. */
    public static final String SNAPSHOT = "kompox.dev/snapshot";

    /** Annotation of a snapshot: the name of the disk that it was taken of. */
    public static final String SNAPSHOT_OF = "kompox.dev/snapshot-of";

    /** Annotation of a snapshot: the volumes of its set, with commas between. */
    public static final String MEMBERS = "kompox.dev/members";

    /** Annotation of a snapshot: what it promises. */
    public static final String CONSISTENCY = "kompox.dev/consistency";

    /** Annotation of a snapshot: the bytes that it holds. */
    public static final String BYTES = "kompox.dev/bytes";

    /** Annotation: what a disk was made from. */
    public static final String SOURCE = "kompox.dev/source";

    /** Annotation: the operation that made it. */
    public static final String OPERATION = "kompox.dev/operation";

    /** Annotation: the step that made it. */
    public static final String STEP = "kompox.dev/step";

    /** Annotation: when it was made, ISO 8601. */
    public static final String CREATED = "kompox.dev/created";

    /**
     * Annotation: since when a disk holds all that it should, on a volume that outlives its claim;
     * without it, it is half made, or empty and never used. Snapshots get it when all of their set
     * have been copied.
     */
    public static final String COMPLETE = "kompox.dev/complete";

    /** Annotation of a disk: the zone it is in. */
    public static final String ZONE = "kompox.dev/zone";

    /** Annotation of a disk: since when it is in the trash. */
    public static final String TRASH_SINCE = "kompox.dev/trash-since";

    /** Annotation of a disk: until when it is kept in the trash. */
    public static final String TRASH_UNTIL = "kompox.dev/trash-until";

    /** Annotation of a disk: the operation that put it into the trash. */
    public static final String TRASH_BY = "kompox.dev/trash-by";

    /** Annotation of a record: the wish that wrote it. */
    public static final String NONCE = "kompox.dev/nonce";

    /** Annotation of a record: the version that it replaced. */
    public static final String REPLACED = "kompox.dev/replaced";

    /** Annotation of a disk: since when it holds content, and is not to be filled from an image. */
    public static final String FILLED = "kompox.dev/filled";

    /** Annotation of a stopped deployment: how each container ended, {@code NAME=CODE …}. */
    public static final String ENDED = "kompox.dev/ended";

    /** Annotation of what keeps an app from running: why that is. */
    public static final String REASON = "kompox.dev/reason";

    /** Label of helper pods. */
    public static final String HELPER = "kompox.dev/helper";

    /** Annotation of helper pods: until when their maker waits for them to run. */
    public static final String AWAITED = "kompox.dev/awaited-until";

    private Keys() {}
}
