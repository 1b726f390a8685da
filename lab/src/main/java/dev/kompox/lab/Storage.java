package dev.kompox.lab;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.lab.tree.Tree;
import dev.kompox.manifest.id.AppId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The disks and snapshots of a world, and the room they share; guarded by the world. */
final class Storage {

    private final SequencedMap<DiskRef, Drive> drives = new LinkedHashMap<>();
    private final SequencedMap<SnapshotRef, Picture> pictures = new LinkedHashMap<>();
    private final SequencedMap<String, Tree> foreign = new LinkedHashMap<>();
    private @Nullable ByteSize room;

    Optional<Drive> find(DiskRef ref) {
        return Optional.ofNullable(drives.get(ref));
    }

    Drive drive(DiskRef ref) {
        return find(ref).orElseThrow(() -> Refusal.absent("disk " + ref));
    }

    List<Drive> drives(AppId app) {
        return drives.values().stream().filter(drive -> drive.ref.app().equals(app)).toList();
    }

    Optional<Drive> assigned(AppId app, VolumeName volume) {
        return drives(app).stream()
                .filter(drive -> drive.assigned && drive.ref.volume().equals(volume))
                .findFirst();
    }

    void add(Drive drive) {
        refuseForeign("disk " + drive.ref, drive.nativeId);
        drives.put(drive.ref, drive);
    }

    void remove(DiskRef ref) {
        drives.remove(ref);
    }

    Optional<Picture> find(SnapshotRef ref) {
        return Optional.ofNullable(pictures.get(ref));
    }

    Picture picture(SnapshotRef ref) {
        return find(ref).orElseThrow(() -> Refusal.absent("snapshot " + ref));
    }

    List<Picture> pictures(AppId app) {
        return pictures.values().stream().filter(one -> one.ref.app().equals(app)).toList();
    }

    void add(Picture picture) {
        refuseForeign("snapshot " + picture.ref, picture.nativeId);
        pictures.put(picture.ref, picture);
    }

    void remove(SnapshotRef ref) {
        pictures.remove(ref);
    }

    /** Find what somebody else, or Kompox, keeps under a native id. */
    Optional<Tree> tree(String nativeId) {
        Tree tree = foreign.get(nativeId);
        if (tree != null) {
            return Optional.of(tree);
        }
        Optional<Tree> disk =
                drives.values().stream()
                        .filter(drive -> drive.nativeId.equals(nativeId))
                        .findFirst()
                        .map(drive -> drive.tree);
        return disk.or(() ->
                pictures.values().stream()
                        .filter(one -> one.nativeId.equals(nativeId) && one.complete)
                        .findFirst()
                        .map(one -> one.tree));
    }

    /** Find the disk that has a native id. */
    Optional<Drive> ofNative(String nativeId) {
        return drives.values().stream()
                .filter(drive -> drive.nativeId.equals(nativeId))
                .findFirst();
    }

    void putForeign(String nativeId, Tree tree) {
        foreign.put(nativeId, tree);
    }

    private void refuseForeign(String what, String nativeId) {
        if (foreign.containsKey(nativeId)) {
            throw Refusal.conflict(
                    what, nativeId + " of Kompox", nativeId + ", which is not Kompox's");
        }
    }

    void letGo(String strangerId) {
        drives.values()
                .forEach(drive -> drive.foreign.removeIf(one -> one.id().equals(strangerId)));
    }

    void limit(@Nullable ByteSize most) {
        room = most;
    }

    private long used() {
        return drives.values().stream().mapToLong(drive -> drive.tree.bytes()).sum()
                + pictures.values().stream().mapToLong(one -> one.tree.bytes()).sum();
    }

    /**
     * Refuse what does not fit any more.
     *
     * @param bytes how much is to be added
     */
    void expectRoom(long bytes) {
        long used = used();
        if (room != null && used + bytes > room.bytes()) {
            throw new DriverException(
                    new Category.Quota(
                            "space of the lab", new ByteSize(used).toString(), room.toString()),
                    "there is no room for " + new ByteSize(bytes) + " more",
                    "Make room: kompox disk list, kompox snapshot list");
        }
    }
}
