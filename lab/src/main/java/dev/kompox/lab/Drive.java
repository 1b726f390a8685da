package dev.kompox.lab;

import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.lab.tree.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A disk as the world has it; guarded by its world. */
final class Drive {

    final DiskRef ref;
    final String nativeId;
    final Source source;
    final String storageClass;
    final long epoch;
    final Instant createdAt;
    final SequencedMap<String, String> tags;
    final List<Holder> foreign = new ArrayList<>();
    final Tree tree = new Tree();
    @Nullable ByteSize size;
    @Nullable Trash trash;
    @Nullable String problem;
    boolean complete;
    boolean assigned;

    Drive(
            DiskRef ref,
            Source source,
            String storageClass,
            long epoch,
            Instant createdAt,
            SequencedMap<String, String> tags) {
        this.ref = ref;
        this.nativeId = Tags.nativeId(ref);
        this.source = source;
        this.storageClass = storageClass;
        this.epoch = epoch;
        this.createdAt = createdAt;
        this.tags = tags;
    }
}
