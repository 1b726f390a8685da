package dev.kompox.driver.csi.claim;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Which disk each volume of an app finds. */
public final class Assignments {

    private static final int TRIES = 20;

    private final Book book;

    /** Keep assignments in a book. */
    public Assignments(Book book) {
        this.book = book;
    }

    /** Return each volume's disk; a volume that finds none is missing. */
    public SequencedMap<VolumeName, DiskName> of(AppId app) {
        SequencedMap<VolumeName, DiskName> found = new LinkedHashMap<>();
        book.read(app)
                .entries()
                .forEach((volume, disk) -> found.put(new VolumeName(volume), new DiskName(disk)));
        return found;
    }

    /** Have a volume find a disk. */
    public void put(DiskRef disk, Call call) {
        change(disk.app(), disk.volume(), disk.name().value(), call);
    }

    /** Have a volume find no disk, if it finds this one. */
    public void remove(DiskRef disk, Call call) {
        if (disk.name().equals(of(disk.app()).get(disk.volume()))) {
            change(disk.app(), disk.volume(), null, call);
        }
    }

    /** Other volumes' assignments may change meanwhile; only this one's is ours. */
    private void change(AppId app, VolumeName volume, @Nullable String disk, Call call) {
        for (int i = 0; i < TRIES; i++) {
            Book.Page page = book.read(app);
            SequencedMap<String, String> next = new LinkedHashMap<>(page.entries());
            if (disk == null) {
                next.remove(volume.value());
            } else {
                next.put(volume.value(), disk);
            }
            if (next.equals(page.entries())
                    || book.swap(app, page.version(), next, Map.of()).isPresent()) {
                return;
            }
        }
        throw new DriverException(
                new Category.Transient(),
                "others keep changing the disks of " + app.app() + " while " + call.token().step(),
                "Try again");
    }
}
