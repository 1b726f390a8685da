package dev.kompox.lab;

import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.tree.Tree;
import dev.kompox.manifest.id.AppId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Be a place: its disks, snapshots, containers and records, which outlive every process.
 *
 * <p>Processes come in by {@link #open()}. The other methods are for those who do not come through
 * a driver: the app, its people, strangers, and the hardware.
 */
public final class LabWorld {

    final LabTime time;
    final Location location;
    final Traits traits;
    final Storage storage = new Storage();
    final Ledger ledger = new Ledger();
    final Containers containers = new Containers();
    final List<String> violations = new ArrayList<>();
    final Map<AppId, String> sealed = new LinkedHashMap<>();
    final Set<AppId> fenced = new LinkedHashSet<>();

    /** Make an empty place that is like a Docker Engine. */
    public LabWorld() {
        this(Traits.engine());
    }

    /** Make an empty place. */
    public LabWorld(Traits traits) {
        this(traits, "default", new LabTime());
    }

    /** Make an empty place beside others, with which it shares the time. */
    public LabWorld(Traits traits, String region, LabTime time) {
        this.traits = traits;
        this.location = Location.of("lab", region);
        this.time = time;
    }

    /** Tell whether an app's instances are kept from starting by themselves. */
    public synchronized boolean fenced(AppId app) {
        return fenced.contains(app);
    }

    /** Tell whether an app was sealed off here. */
    public synchronized boolean sealed(AppId app) {
        return sealed.containsKey(app);
    }

    /** Return the time, which every call to this place should be given. */
    public LabTime time() {
        return time;
    }

    /** Return where this is. */
    public Location location() {
        return location;
    }

    /** Open a driver, in a new process that nothing befalls. */
    public LabDriver open() {
        return open(Faults.none());
    }

    /** Open a driver, in a new process with faults of its own. */
    public LabDriver open(Faults faults) {
        return new LabDriver(this, faults);
    }

    /** Do what the world does by itself when a process dies: thaw what it froze. */
    public synchronized void died(Faults process) {
        containers.died(process);
    }

    /** Return what a disk holds, to be read and changed. */
    public synchronized Optional<Tree> tree(DiskRef disk) {
        return storage.find(disk).map(drive -> drive.tree);
    }

    /** Return what a snapshot holds. */
    public synchronized Optional<Tree> tree(SnapshotRef snapshot) {
        return storage.find(snapshot).map(picture -> picture.tree.copy());
    }

    /** Return what an app finds under a volume, to be read and changed. */
    public synchronized Optional<Tree> volume(AppId app, VolumeName volume) {
        return storage.assigned(app, volume).map(drive -> drive.tree);
    }

    /** Put something of somebody else's under a native id. */
    public synchronized void putForeign(String nativeId, Tree tree) {
        storage.putForeign(nativeId, tree);
    }

    /** Return the native id that a disk has, or would have. */
    public String nativeId(DiskRef disk) {
        return Tags.nativeId(disk);
    }

    /** Return the native id that a snapshot has, or would have. */
    public String nativeId(SnapshotRef snapshot) {
        return Tags.nativeId(snapshot);
    }

    /**
     * Return what is found under a volume, to be read and changed; if there is nothing, it is made,
     * as by anybody who uses the provider without Kompox.
     */
    public synchronized Tree use(AppId app, VolumeName volume) {
        return used(app, volume).tree;
    }

    private Drive used(AppId app, VolumeName volume) {
        return storage.assigned(app, volume)
                .orElseGet(() -> new DiskMaking(this).makeFirst(app, volume));
    }

    /**
     * Let the app append a line to a file on a volume, if something of it runs that may.
     *
     * @return the disk that now has the line; empty if nobody could write
     */
    public synchronized Optional<DiskRef> append(
            AppId app, VolumeName volume, String path, String line) {
        Optional<Drive> drive = storage.assigned(app, volume);
        if (drive.isEmpty()
                || new Holding(this)
                        .boxes(drive.get()).stream()
                                .noneMatch(
                                        box -> box.phase == Phase.RUNNING && box.writes(volume))) {
            return Optional.empty();
        }
        Tree tree = drive.get().tree;
        String before = tree.find(path).map(entry -> entry.content().text()).orElse("");
        tree.write(path, before + line + "\n");
        return Optional.of(drive.get().ref);
    }

    /** Let a stranger hold what is found under a volume. */
    public synchronized void hold(AppId app, VolumeName volume, Holder stranger) {
        used(app, volume).foreign.add(stranger);
    }

    /** Let a stranger hold a disk. */
    public synchronized void hold(DiskRef disk, Holder stranger) {
        storage.drive(disk).foreign.add(stranger);
    }

    /** Let a stranger go of all that it holds. */
    public synchronized void letGo(String strangerId) {
        storage.letGo(strangerId);
    }

    /** Break a disk: from now on it is {@code Failed}. */
    public synchronized void breakDisk(DiskRef disk, String problem) {
        storage.drive(disk).problem = problem;
    }

    /** Break a snapshot: from now on it is {@code Failed}. */
    public synchronized void breakSnapshot(SnapshotRef snapshot, String problem) {
        storage.find(snapshot).orElseThrow(() -> Refusal.absent("snapshot " + snapshot)).problem =
                problem;
    }

    /** Limit how many bytes all disks and snapshots may hold together; null for no limit. */
    public synchronized void limitRoom(@Nullable ByteSize most) {
        storage.limit(most);
    }

    /** Make an app's ownership record unreadable. */
    public synchronized void spoilRecord(AppId app) {
        ledger.spoil(app);
    }

    /** Make an app's ownership record readable again, as it was. */
    public synchronized void mendRecord(AppId app) {
        ledger.mend(app);
    }

    /** Let the instances of a service behave otherwise. */
    public synchronized void conduct(String service, Conduct conduct) {
        containers.conduct(service, conduct);
    }

    /** Remove an app's containers behind everybody's back. */
    public synchronized void removeContainers(AppId app) {
        containers.of(app).forEach(containers::remove);
    }

    /** Return what was done that must never be done, such as copying a disk under its writer. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}
