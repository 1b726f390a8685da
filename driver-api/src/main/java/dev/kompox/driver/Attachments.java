package dev.kompox.driver;

import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import java.util.List;

/** Tell who holds a disk, and prove when nobody does. */
public interface Attachments {

    /** List who holds a disk, the app's own and foreign ones, running or not: by name. */
    List<Holder> holders(DiskRef disk);

    /**
     * Wait until nobody who runs holds a disk for writing, and return the proof.
     *
     * <p>Every source that could contradict is asked. Nobody is stopped by this.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code InUse} naming the holders when the
     *     deadline passes first; {@code NotFound}
     */
    Detachment ensureDetached(DiskRef disk, Call call);
}
